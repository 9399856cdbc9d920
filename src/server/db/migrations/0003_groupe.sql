CREATE TABLE `groupe` (
	`id` text PRIMARY KEY NOT NULL,
	`proprietaire` text NOT NULL,
	`ouvert_le` text NOT NULL,
	`efface_le` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `groupe_efface_le` ON `groupe` (`efface_le`);--> statement-breakpoint
CREATE INDEX `groupe_ouvert_le` ON `groupe` (`ouvert_le`);--> statement-breakpoint
CREATE TABLE `groupe_reponse` (
	`groupe_id` text NOT NULL,
	`nom_cle` text NOT NULL,
	`nom` text NOT NULL,
	`reponses` text NOT NULL,
	PRIMARY KEY(`groupe_id`, `nom_cle`),
	FOREIGN KEY (`groupe_id`) REFERENCES `groupe`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `groupe_vote` (
	`groupe_id` text NOT NULL,
	`nom_cle` text NOT NULL,
	`modele` text NOT NULL,
	`avis` text NOT NULL,
	PRIMARY KEY(`groupe_id`, `nom_cle`, `modele`),
	FOREIGN KEY (`groupe_id`) REFERENCES `groupe`(`id`) ON UPDATE no action ON DELETE no action
);
