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
);--> statement-breakpoint
-- An inverted index, keyed by `numero`: the words of each record's name, of its kind and of its commune, and its keys
-- (type and places, `index-keys.ts`) as plain words, so that one match answers « this text, of this type, here ».
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
