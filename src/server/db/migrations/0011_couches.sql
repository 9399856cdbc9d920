CREATE TABLE `couche` (
	`structure_id` text NOT NULL,
	`origine` text NOT NULL,
	`nature` text NOT NULL,
	`rang` integer NOT NULL,
	`contenu` text NOT NULL,
	PRIMARY KEY(`structure_id`, `origine`)
);
--> statement-breakpoint
CREATE INDEX `couche_origine` ON `couche` (`origine`,`structure_id`);--> statement-breakpoint
CREATE TABLE `structure_retiree` (
	`id` text PRIMARY KEY NOT NULL,
	`fiche` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `structure` ADD `tri` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `structure_tri` ON `structure` (`tri`,`id`);--> statement-breakpoint
DELETE FROM `meta` WHERE `cle` = 'annuaire';
