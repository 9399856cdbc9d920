CREATE TABLE `compte` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text,
	`email_cle` text,
	`nom` text NOT NULL,
	`empreinte` text,
	`second_facteur_requis` integer DEFAULT false NOT NULL,
	`cree_le` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `compte_emailCle_unique` ON `compte` (`email_cle`);--> statement-breakpoint
CREATE TABLE `jeton` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`compte_id` text,
	`demande` text NOT NULL,
	`email` text,
	`nom` text,
	`empreinte` text,
	`expire_le` text NOT NULL,
	`utilise_le` text,
	FOREIGN KEY (`compte_id`) REFERENCES `compte`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `jeton_compte` ON `jeton` (`compte_id`,`type`);--> statement-breakpoint
CREATE INDEX `jeton_demande` ON `jeton` (`demande`);--> statement-breakpoint
CREATE INDEX `jeton_expire_le` ON `jeton` (`expire_le`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`compte_id` text NOT NULL,
	`ouverte_le` text NOT NULL,
	`expire_le` text NOT NULL,
	`second_facteur_le` text,
	`appareil` text NOT NULL,
	FOREIGN KEY (`compte_id`) REFERENCES `compte`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `session_compte` ON `session` (`compte_id`);--> statement-breakpoint
CREATE INDEX `session_expire_le` ON `session` (`expire_le`);--> statement-breakpoint
CREATE TABLE `tentative` (
	`cle` text PRIMARY KEY NOT NULL,
	`nombre` integer NOT NULL,
	`attendre_jusqua` integer NOT NULL,
	`oublier_le` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `tentative_oublier_le` ON `tentative` (`oublier_le`);--> statement-breakpoint
CREATE INDEX `journal_acteur` ON `journal` (`acteur`);--> statement-breakpoint
CREATE INDEX `journal_objet` ON `journal` (`objet_type`,`objet_id`);