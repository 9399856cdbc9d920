CREATE TABLE `journal` (
	`numero` integer PRIMARY KEY NOT NULL,
	`quand` text NOT NULL,
	`acteur` text NOT NULL,
	`verbe` text NOT NULL,
	`objet_type` text NOT NULL,
	`objet_id` text NOT NULL,
	`detail` text NOT NULL,
	`empreinte_precedente` text NOT NULL,
	`empreinte` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `journal_empreinte_unique` ON `journal` (`empreinte`);--> statement-breakpoint
CREATE TABLE `signalement` (
	`id` text PRIMARY KEY NOT NULL,
	`structure_id` text NOT NULL,
	`motif` text NOT NULL,
	`preuve` text,
	`recu_le` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `signalement_structure` ON `signalement` (`structure_id`,`recu_le`);--> statement-breakpoint
CREATE TRIGGER `journal_sans_modification` BEFORE UPDATE ON `journal` BEGIN SELECT RAISE(ABORT, 'le journal ne se modifie pas'); END;--> statement-breakpoint
CREATE TRIGGER `journal_sans_suppression` BEFORE DELETE ON `journal` BEGIN SELECT RAISE(ABORT, 'le journal ne s’efface pas'); END;
