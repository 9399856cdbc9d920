CREATE TABLE `habilitation` (
	`compte_id` text NOT NULL,
	`role` text NOT NULL,
	`portee` text NOT NULL,
	`accorde_le` text NOT NULL,
	`accorde_par` text NOT NULL,
	PRIMARY KEY(`compte_id`, `role`, `portee`),
	FOREIGN KEY (`compte_id`) REFERENCES `compte`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `habilitation_role` ON `habilitation` (`role`);--> statement-breakpoint
CREATE TABLE `cle_acces` (
	`id` text PRIMARY KEY NOT NULL,
	`compte_id` text NOT NULL,
	`cle_publique` text NOT NULL,
	`compteur` integer NOT NULL,
	`transports` text NOT NULL,
	`nom` text NOT NULL,
	`cree_le` text NOT NULL,
	`utilisee_le` text,
	FOREIGN KEY (`compte_id`) REFERENCES `compte`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `cle_acces_compte` ON `cle_acces` (`compte_id`);--> statement-breakpoint
CREATE TABLE `code_secours` (
	`id` text PRIMARY KEY NOT NULL,
	`compte_id` text NOT NULL,
	`utilise_le` text,
	FOREIGN KEY (`compte_id`) REFERENCES `compte`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `code_secours_compte` ON `code_secours` (`compte_id`);--> statement-breakpoint
CREATE TABLE `code_totp` (
	`compte_id` text PRIMARY KEY NOT NULL,
	`secret_chiffre` text NOT NULL,
	`confirme_le` text,
	`dernier_pas` integer NOT NULL,
	FOREIGN KEY (`compte_id`) REFERENCES `compte`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `defi_utilise` (
	`id` text PRIMARY KEY NOT NULL,
	`oublier_le` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `defi_utilise_oublier_le` ON `defi_utilise` (`oublier_le`);--> statement-breakpoint
CREATE TABLE `depart_oidc` (
	`id` text PRIMARY KEY NOT NULL,
	`fournisseur` text NOT NULL,
	`nonce` text NOT NULL,
	`verificateur` text,
	`navigateur` text NOT NULL,
	`compte_id` text,
	`suite` text NOT NULL,
	`oublier_le` integer NOT NULL,
	FOREIGN KEY (`compte_id`) REFERENCES `compte`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `depart_oidc_oublier_le` ON `depart_oidc` (`oublier_le`);--> statement-breakpoint
CREATE INDEX `depart_oidc_compte` ON `depart_oidc` (`compte_id`);--> statement-breakpoint
CREATE TABLE `identite` (
	`emetteur` text NOT NULL,
	`sujet` text NOT NULL,
	`fournisseur` text NOT NULL,
	`compte_id` text NOT NULL,
	`identifiant_national` text,
	`rpps` text,
	`declare` text NOT NULL,
	`liee_le` text NOT NULL,
	`vue_le` text NOT NULL,
	PRIMARY KEY(`emetteur`, `sujet`),
	FOREIGN KEY (`compte_id`) REFERENCES `compte`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `identite_compte` ON `identite` (`compte_id`);--> statement-breakpoint
CREATE TABLE `equipe` (
	`id` text PRIMARY KEY NOT NULL,
	`nom` text NOT NULL,
	`nom_cle` text NOT NULL,
	`region` text NOT NULL,
	`departements` text NOT NULL,
	`transmise_le` text,
	`cree_le` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `equipe_nom` ON `equipe` (`region`,`nom_cle`);--> statement-breakpoint
CREATE INDEX `equipe_transmise` ON `equipe` (`region`,`transmise_le`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`equipe_id` text NOT NULL,
	`membre_id` text NOT NULL,
	`email` text NOT NULL,
	`jeton` text NOT NULL,
	`etat` text NOT NULL,
	`jusquau` text NOT NULL,
	`envois` integer DEFAULT 1 NOT NULL,
	`envoyee_le` text NOT NULL,
	`invite_par` text,
	FOREIGN KEY (`equipe_id`) REFERENCES `equipe`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`membre_id`) REFERENCES `membre`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_jeton_unique` ON `invitation` (`jeton`);--> statement-breakpoint
CREATE INDEX `invitation_equipe` ON `invitation` (`equipe_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_en_cours` ON `invitation` (`membre_id`) WHERE etat in ('envoyee', 'renvoyee', 'expiree', 'declinee');--> statement-breakpoint
CREATE INDEX `invitation_membre` ON `invitation` (`membre_id`);--> statement-breakpoint
CREATE TABLE `membre` (
	`id` text PRIMARY KEY NOT NULL,
	`equipe_id` text NOT NULL,
	`compte_id` text,
	`role` text DEFAULT 'membre' NOT NULL,
	`nom` text NOT NULL,
	`prenom` text NOT NULL,
	`profession` text NOT NULL,
	`rpps` text,
	`exercice` text NOT NULL,
	`centre` text,
	`commune` text NOT NULL,
	`messagerie` text,
	`entree` text NOT NULL,
	`sortie` text,
	`attestation` text,
	`autres_esp_clap` text NOT NULL,
	`cpts` text,
	`cree_le` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`equipe_id`) REFERENCES `equipe`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`compte_id`) REFERENCES `compte`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `membre_equipe` ON `membre` (`equipe_id`);--> statement-breakpoint
CREATE INDEX `membre_compte` ON `membre` (`compte_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `membre_place` ON `membre` (`equipe_id`,`compte_id`) WHERE compte_id is not null and sortie is null;--> statement-breakpoint
CREATE TABLE `succession` (
	`id` text PRIMARY KEY NOT NULL,
	`equipe_id` text NOT NULL,
	`successeur_id` text NOT NULL,
	`etat` text NOT NULL,
	`ouverte_le` text NOT NULL,
	FOREIGN KEY (`equipe_id`) REFERENCES `equipe`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`successeur_id`) REFERENCES `membre`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `succession_equipe` ON `succession` (`equipe_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `succession_ouverte` ON `succession` (`successeur_id`) WHERE etat = 'ouverte';--> statement-breakpoint
CREATE TABLE `succession_voix` (
	`succession_id` text NOT NULL,
	`membre_id` text NOT NULL,
	`donnee_le` text NOT NULL,
	PRIMARY KEY(`succession_id`, `membre_id`),
	FOREIGN KEY (`succession_id`) REFERENCES `succession`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`membre_id`) REFERENCES `membre`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `jeton` ADD `role` text;--> statement-breakpoint
ALTER TABLE `jeton` ADD `portee` text;--> statement-breakpoint
ALTER TABLE `jeton` ADD `accorde_par` text;