CREATE TABLE `courriel` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`destinataire` text NOT NULL,
	`sujet` text NOT NULL,
	`texte` text NOT NULL,
	`cle` text NOT NULL,
	`cree_le` text NOT NULL,
	`essais` integer DEFAULT 0 NOT NULL,
	`prochain_essai_le` text,
	`bail_jusqua` text,
	`bail_par` text,
	`envoye_le` text,
	`abandonne_le` text,
	`derniere_erreur` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `courriel_cle_unique` ON `courriel` (`cle`);--> statement-breakpoint
CREATE INDEX `courriel_a_envoyer` ON `courriel` (`prochain_essai_le`,`id`);--> statement-breakpoint
CREATE INDEX `courriel_abandonne` ON `courriel` (`abandonne_le`);--> statement-breakpoint
CREATE INDEX `courriel_cree_le` ON `courriel` (`cree_le`);