CREATE TABLE `meta` (
	`cle` text PRIMARY KEY NOT NULL,
	`valeur` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `structure` (
	`numero` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`fiche` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `structure_id_unique` ON `structure` (`id`);--> statement-breakpoint
CREATE TABLE `structure_compte` (
	`cle` text NOT NULL,
	`type` text NOT NULL,
	`nombre` integer NOT NULL,
	PRIMARY KEY(`cle`, `type`)
);
--> statement-breakpoint
CREATE TABLE `structure_lieu` (
	`cle` text NOT NULL,
	`numero` integer NOT NULL,
	PRIMARY KEY(`cle`, `numero`),
	FOREIGN KEY (`numero`) REFERENCES `structure`(`numero`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `structure_lieu_numero` ON `structure_lieu` (`numero`);--> statement-breakpoint
-- The words of each record's name, of its kind and of its commune, and its place keys, all as plain words
-- (src/server/directory/search-words.ts), so that one match answers « this text, in this place ».
CREATE VIRTUAL TABLE `structure_recherche` USING fts5(
	`nom`,
	`contexte`,
	`cles`,
	content = '',
	contentless_delete = 1,
	detail = column,
	prefix = '1 2 3 4',
	tokenize = "unicode61 remove_diacritics 2"
);
--> statement-breakpoint
-- R*Tree keeps its bounds as 32-bit floats: `lon` and `lat` hold the point itself, WGS84.
CREATE VIRTUAL TABLE `structure_position` USING rtree(
	`numero`,
	`ouest`,
	`est`,
	`sud`,
	`nord`,
	+`lon` REAL,
	+`lat` REAL
);
