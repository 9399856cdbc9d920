import { passphraseLength } from '#domain/account/passphrase.ts';
import { passphraseStrength } from '#domain/account/passphrase-strength.ts';
import { strengthWords } from '../../messages/account/account.ts';

/** Says how strong a new passphrase is while it is typed, and shows it on demand. Nothing is sent. */
for (const field of document.querySelectorAll<HTMLElement>('[data-passphrase]')) {
  const input = field.querySelector('input');
  if (input) improve(field, input);
}

function improve(field: HTMLElement, input: HTMLInputElement): void {
  const meter = document.createElement('meter');
  meter.max = 100;
  meter.low = 50;
  meter.high = 79;
  meter.optimum = 100;
  meter.setAttribute('aria-hidden', 'true');
  const words = document.createElement('p');
  words.className = 'hint';
  words.setAttribute('role', 'status');
  const show = document.createElement('button');
  show.type = 'button';
  show.className = 'link';
  const reveal = (visible: boolean) => {
    input.type = visible ? 'text' : 'password';
    show.textContent = visible ? 'Cacher ce que j’écris' : 'Montrer ce que j’écris';
  };
  reveal(false);
  show.addEventListener('click', () => reveal(input.type === 'password'));
  // A browser offers to keep what was in a field of passphrases when it is sent.
  input.form?.addEventListener('submit', () => reveal(false));

  const tell = () => {
    const { length } = [...input.value];
    const { bits, mot } = passphraseStrength(input.value);
    meter.value = length < passphraseLength.min ? Math.min(bits, 40) : Math.min(bits, 100);
    meter.hidden = length === 0;
    words.textContent =
      length === 0
        ? ''
        : length < passphraseLength.min
          ? `${length} caractère${length > 1 ? 's' : ''} sur ${passphraseLength.min}.`
          : strengthWords[mot];
  };
  input.addEventListener('input', tell);
  field.append(show, meter, words);
  tell();
}
