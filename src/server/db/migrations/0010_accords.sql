ALTER TABLE `membre` ADD `consenti_le` text;--> statement-breakpoint
ALTER TABLE `membre` ADD `consenti_par` text;--> statement-breakpoint
ALTER TABLE `membre` ADD `consentement_motif` text;