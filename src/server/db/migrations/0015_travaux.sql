CREATE TABLE `travail_quotidien` (
	`nom` text PRIMARY KEY NOT NULL,
	`commence_le` text NOT NULL,
	`prochain_le` text NOT NULL,
	`fini_le` text,
	`duree_ms` integer,
	`echec` text,
	`reussi_le` text
);
