CREATE TABLE `reponse_formulaire` (
	`id` text PRIMARY KEY NOT NULL,
	`contenu` text,
	`oublier_le` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `reponse_formulaire_oublier_le` ON `reponse_formulaire` (`oublier_le`);