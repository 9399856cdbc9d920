PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_membre` (
	`id` text PRIMARY KEY NOT NULL,
	`equipe_id` text NOT NULL,
	`compte_id` text,
	`rejoint_le` text,
	`role` text DEFAULT 'membre' NOT NULL,
	`nom` text NOT NULL,
	`prenom` text NOT NULL,
	`profession` text NOT NULL,
	`rpps` text,
	`exercice` text,
	`centre` text,
	`commune` text,
	`messagerie` text,
	`entree` text NOT NULL,
	`sortie` text,
	`sortie_par` text,
	`sortie_decidee_le` text,
	`attestation` text,
	`autres_esp_clap` text NOT NULL,
	`cpts` text,
	`consenti_le` text,
	`consenti_par` text,
	`consentement_motif` text,
	`cree_le` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`equipe_id`) REFERENCES `equipe`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`compte_id`) REFERENCES `compte`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
INSERT INTO `__new_membre`("id", "equipe_id", "compte_id", "rejoint_le", "role", "nom", "prenom", "profession", "rpps", "exercice", "centre", "commune", "messagerie", "entree", "sortie", "sortie_par", "sortie_decidee_le", "attestation", "autres_esp_clap", "cpts", "consenti_le", "consenti_par", "consentement_motif", "cree_le", "version") SELECT "id", "equipe_id", "compte_id", "rejoint_le", "role", "nom", "prenom", "profession", "rpps", "exercice", "centre", "commune", "messagerie", "entree", "sortie", "sortie_par", "sortie_decidee_le", "attestation", "autres_esp_clap", "cpts", "consenti_le", "consenti_par", "consentement_motif", "cree_le", "version" FROM `membre`;--> statement-breakpoint
DROP TABLE `membre`;--> statement-breakpoint
ALTER TABLE `__new_membre` RENAME TO `membre`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `membre_equipe` ON `membre` (`equipe_id`);--> statement-breakpoint
CREATE INDEX `membre_compte` ON `membre` (`compte_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `membre_place` ON `membre` (`equipe_id`,`compte_id`) WHERE compte_id is not null and sortie is null;