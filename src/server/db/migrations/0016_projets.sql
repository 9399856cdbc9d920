CREATE TABLE `projet` (
	`id` text PRIMARY KEY NOT NULL,
	`equipe_id` text NOT NULL,
	`formulaire` text NOT NULL,
	`etat` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`cree_le` text NOT NULL,
	`instructeur_id` text,
	`version` integer DEFAULT 0 NOT NULL,
	`transmis_le` text,
	`reference` text,
	`decide_le` text,
	`signee_le` text,
	`effet_le` text,
	`fin_le` text,
	`copie_de` text,
	FOREIGN KEY (`equipe_id`) REFERENCES `equipe`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `projet_vivant` ON `projet` (`equipe_id`) WHERE etat not in ('refuse', 'abandonne', 'resilie');--> statement-breakpoint
CREATE INDEX `projet_equipe` ON `projet` (`equipe_id`);--> statement-breakpoint
CREATE INDEX `projet_etat` ON `projet` (`etat`);--> statement-breakpoint
CREATE TABLE `projet_approbation` (
	`projet_id` text NOT NULL,
	`numero` integer NOT NULL,
	`membre_id` text NOT NULL,
	`compte_id` text NOT NULL,
	`empreinte` text NOT NULL,
	`le` text NOT NULL,
	PRIMARY KEY(`projet_id`, `numero`, `membre_id`),
	FOREIGN KEY (`projet_id`) REFERENCES `projet`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`membre_id`) REFERENCES `membre`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `projet_etape` (
	`projet_id` text NOT NULL,
	`rang` integer NOT NULL,
	`etat` text NOT NULL,
	`verbe` text NOT NULL,
	`depuis` text NOT NULL,
	`par` text NOT NULL,
	`motif` text,
	PRIMARY KEY(`projet_id`, `rang`),
	FOREIGN KEY (`projet_id`) REFERENCES `projet`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `projet_reponse` (
	`projet_id` text NOT NULL,
	`champ` text NOT NULL,
	`valeur` text,
	`version` integer NOT NULL,
	`par` text NOT NULL,
	`le` text NOT NULL,
	PRIMARY KEY(`projet_id`, `champ`),
	FOREIGN KEY (`projet_id`) REFERENCES `projet`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `projet_version` (
	`projet_id` text NOT NULL,
	`numero` integer NOT NULL,
	`contenu` text NOT NULL,
	`empreinte` text NOT NULL,
	`figee_le` text NOT NULL,
	`figee_par` text NOT NULL,
	`deposee_le` text,
	PRIMARY KEY(`projet_id`, `numero`),
	FOREIGN KEY (`projet_id`) REFERENCES `projet`(`id`) ON UPDATE no action ON DELETE no action
);
