import questions from '../../../data/orientation/questions.json';
import { capitalised } from '../../messages/orientation/orientation.ts';

const words = ['zéro', 'une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze'];
const asked = questions.filter(({ facultative }) => !facultative).length;

/** « Onze », said on the page that comes before the first question. */
export const numberOfQuestions = capitalised(words[asked] ?? String(asked));
