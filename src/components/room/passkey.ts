import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

/** Makes the buttons of passkeys work: the device answers into a field of an ordinary form, which is then sent. */
if (browserSupportsWebAuthn()) {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', (event) => void answer(form, event));
  }
  for (const note of document.querySelectorAll<HTMLElement>('[data-passkey-missing]')) note.hidden = true;
}

/** A second click while the device is asked: two answers would be two forms. */
const asking = new Set<HTMLFormElement>();

async function answer(form: HTMLFormElement, event: SubmitEvent): Promise<void> {
  const field = form.elements.namedItem('reponse') as HTMLInputElement;
  if (field.value !== '') return;
  event.preventDefault();
  if (asking.has(form)) return;
  asking.add(form);
  const failure = form.querySelector<HTMLElement>('[data-passkey-failure]');
  if (failure) failure.hidden = true;
  const options: unknown = JSON.parse(form.dataset.options ?? '{}');
  try {
    field.value = JSON.stringify(
      form.dataset.passkey === 'create'
        ? await startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
        : await startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON }),
    );
  } catch {
    // Given up, no key on this device, or too late: browsers do not tell these apart, so as to reveal no key.
    if (failure) failure.hidden = false;
    return;
  } finally {
    asking.delete(form);
  }
  form.requestSubmit(event.submitter);
}

// A page that is gone back to would send its used answer again.
window.addEventListener('pageshow', () => {
  for (const field of document.querySelectorAll<HTMLInputElement>('form[data-passkey] [name="reponse"]'))
    field.value = '';
});
