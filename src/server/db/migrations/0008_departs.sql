ALTER TABLE `membre` ADD `sortie_par` text;--> statement-breakpoint
ALTER TABLE `membre` ADD `sortie_decidee_le` text;--> statement-breakpoint
-- Of the last days known so far, the log says who decided them, and when.
UPDATE `membre` SET
  `sortie_par` = CASE WHEN (
    SELECT `acteur` FROM `journal`
    WHERE `objet_type` = 'equipe' AND `objet_id` = `membre`.`equipe_id` AND `verbe` = 'fixer-sortie'
      AND json_extract(`detail`, '$.membre') = `membre`.`id`
    ORDER BY `numero` DESC LIMIT 1
  ) = `compte_id` THEN 'membre' ELSE 'referent' END,
  `sortie_decidee_le` = coalesce((
    SELECT substr(`quand`, 1, 10) FROM `journal`
    WHERE `objet_type` = 'equipe' AND `objet_id` = `membre`.`equipe_id` AND `verbe` = 'fixer-sortie'
      AND json_extract(`detail`, '$.membre') = `membre`.`id`
    ORDER BY `numero` DESC LIMIT 1
  ), `sortie`)
WHERE `sortie` IS NOT NULL;
