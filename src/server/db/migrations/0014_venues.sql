ALTER TABLE `membre` ADD `rejoint_le` text;--> statement-breakpoint
-- Who joined so far: a bound row, one that once was, or the row of who made the team. The day is the log's, if it has it.
UPDATE `membre` SET `rejoint_le` = coalesce((
    SELECT substr(`quand`, 1, 10) FROM `journal`
    WHERE `objet_type` = 'equipe' AND `objet_id` = `membre`.`equipe_id` AND `verbe` IN ('accepter-invitation', 'creer-equipe')
      AND json_extract(`detail`, '$.membre') = `membre`.`id`
    ORDER BY `numero` DESC LIMIT 1
  ), substr(`cree_le`, 1, 10))
WHERE `compte_id` IS NOT NULL
  OR EXISTS (SELECT 1 FROM `invitation` WHERE `membre_id` = `membre`.`id` AND `etat` = 'acceptee')
  OR EXISTS (
    SELECT 1 FROM `journal`
    WHERE `objet_type` = 'equipe' AND `objet_id` = `membre`.`equipe_id` AND `verbe` = 'creer-equipe'
      AND json_extract(`detail`, '$.membre') = `membre`.`id`
  );
