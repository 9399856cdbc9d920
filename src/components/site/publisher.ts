import { type Publisher, publisherSchema } from '#domain/site/publisher.schema.ts';
import editeur from '../../../data/editeur.json';

/** Who publishes the site, as its data file says. The build stops on a wrong value. */
export const publisher: Publisher = publisherSchema.parse(editeur);
