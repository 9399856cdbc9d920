CREATE TABLE `meta` (
	`cle` text PRIMARY KEY NOT NULL,
	`valeur` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `structure` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`nom` text NOT NULL,
	`commune` text,
	`departement` text,
	`lon` real,
	`lat` real,
	`fiche` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `structure_type` ON `structure` (`type`,`nom`);--> statement-breakpoint
CREATE INDEX `structure_departement` ON `structure` (`departement`);--> statement-breakpoint
CREATE INDEX `structure_commune` ON `structure` (`commune`);--> statement-breakpoint
CREATE INDEX `structure_position` ON `structure` (`lat`,`lon`);--> statement-breakpoint
CREATE TABLE `structure_territoire` (
	`structure_id` text NOT NULL,
	`nature` text NOT NULL,
	`code` text NOT NULL,
	PRIMARY KEY(`nature`, `code`, `structure_id`),
	FOREIGN KEY (`structure_id`) REFERENCES `structure`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `structure_territoire_structure` ON `structure_territoire` (`structure_id`);