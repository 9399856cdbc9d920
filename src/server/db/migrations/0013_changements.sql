CREATE TABLE `changement_membre` (
	`id` text PRIMARY KEY NOT NULL,
	`equipe_id` text NOT NULL,
	`membre_id` text NOT NULL,
	`propose_par` text NOT NULL,
	`propose_le` text NOT NULL,
	`champs` text NOT NULL,
	FOREIGN KEY (`equipe_id`) REFERENCES `equipe`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`membre_id`) REFERENCES `membre`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `changement_membre_membreId_unique` ON `changement_membre` (`membre_id`);--> statement-breakpoint
CREATE INDEX `changement_membre_equipe` ON `changement_membre` (`equipe_id`);