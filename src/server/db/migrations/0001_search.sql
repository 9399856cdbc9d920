-- Full text of the content pages, loaded from the build at start. The three first columns hold stems without accents
-- (src/server/search/french-words.ts); `fiche` is the page as it is shown. FTS5 is not known to drizzle's schema.
CREATE VIRTUAL TABLE `page_recherche` USING fts5(
	`titre`,
	`rubriques`,
	`texte`,
	`adresse` UNINDEXED,
	`fiche` UNINDEXED,
	tokenize = "unicode61 remove_diacritics 2"
);
