CREATE TABLE `offre_role` (
	`id` text PRIMARY KEY NOT NULL,
	`jeton` text NOT NULL,
	`role` text NOT NULL,
	`portee` text NOT NULL,
	`email` text,
	`propose_par` text NOT NULL,
	`etat` text NOT NULL,
	`depuis` text NOT NULL,
	`compte_id` text,
	`expire_le` text NOT NULL,
	FOREIGN KEY (`compte_id`) REFERENCES `compte`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `offre_role_jeton_unique` ON `offre_role` (`jeton`);--> statement-breakpoint
CREATE INDEX `offre_role_echeance` ON `offre_role` (`etat`,`expire_le`);--> statement-breakpoint
CREATE INDEX `offre_role_compte` ON `offre_role` (`compte_id`);--> statement-breakpoint
CREATE INDEX `offre_role_expire_le` ON `offre_role` (`expire_le`);--> statement-breakpoint
INSERT INTO `offre_role` (`id`, `jeton`, `role`, `portee`, `email`, `propose_par`, `etat`, `depuis`, `expire_le`)
SELECT `demande`, `id`, `role`, `portee`, `email`, `accorde_par`, 'proposee',
	strftime('%Y-%m-%dT%H:%M:%fZ', `expire_le`, CASE `accorde_par` WHEN 'systeme' THEN '-24 hours' ELSE '-72 hours' END), `expire_le`
FROM `jeton` WHERE `type` = 'role' AND `utilise_le` IS NULL AND `role` IS NOT NULL AND `portee` IS NOT NULL AND `accorde_par` IS NOT NULL;--> statement-breakpoint
DELETE FROM `jeton` WHERE `type` = 'role';--> statement-breakpoint
ALTER TABLE `jeton` DROP COLUMN `role`;--> statement-breakpoint
ALTER TABLE `jeton` DROP COLUMN `portee`;--> statement-breakpoint
ALTER TABLE `jeton` DROP COLUMN `accorde_par`;