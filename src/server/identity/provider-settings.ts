import { z } from 'zod';
import { type IdentityProvider, type TwoFactorLevel, twoFactorLevels } from '#domain/identity/provider.ts';
import { isSiret } from '#domain/identity/siret.ts';

/** How one provider is reached, and what is asked of it. */
export type ProviderSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
} & (
  | { readonly provider: 'pro-sante-connect' }
  | {
      readonly provider: 'proconnect';
      /** False while nobody verified that ProConnect takes `code_challenge`, which it does not document. */
      readonly pkce: boolean;
      /** The weakest level that counts as a second factor. */
      readonly level: TwoFactorLevel;
      /** SIRET of the employers whose agents may sign in. */
      readonly employers: readonly string[];
    }
);

/** The providers that are set up; an empty list switches everything off. */
export type IdentitySettings = readonly ProviderSettings[];

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/** https, or http on this machine, where a provider of tests runs. */
export const isSafeUrl = (url: URL): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && loopback.includes(url.hostname));

const isIssuer = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return isSafeUrl(url) && isPlain && !text.endsWith('/') && !text.includes('/.well-known/');
};

const issuer = (example: string) =>
  z
    .string()
    .refine(
      isIssuer,
      `doit être l’adresse de l’émetteur, en https, sans barre à la fin ni « .well-known », par exemple ${example}`,
    )
    .optional();

const shortText = z.string().max(500, 'est trop long').optional();

/** The variables of the environment that set providers up. */
export const identityVariables = {
  PSC_ISSUER: issuer('https://auth.esw.esante.gouv.fr/auth/realms/esante-wallet'),
  PSC_CLIENT_ID: shortText,
  PSC_CLIENT_SECRET: shortText,
  PROCONNECT_ISSUER: issuer('https://auth.agentconnect.gouv.fr/api/v2'),
  PROCONNECT_CLIENT_ID: shortText,
  PROCONNECT_CLIENT_SECRET: shortText,
  PROCONNECT_PKCE: z.enum(['0', '1'], 'doit valoir 0 (non) ou 1 (oui)').default('0'),
  PROCONNECT_ACR: z.enum(twoFactorLevels, 'doit valoir eidas2 ou eidas3').default('eidas2'),
  ARS_SIRETS: z
    .string()
    .transform((text) => text.split(',').map((one) => one.replaceAll(/\s/g, '')))
    .refine(
      (all) => all.every(isSiret),
      'doit être une liste de numéros SIRET de 14 chiffres, séparés par des virgules ; la clé de l’un d’eux est fausse ou un chiffre manque',
    )
    .optional(),
} as const;

type Values = z.infer<z.ZodObject<typeof identityVariables>>;
type Name = keyof Values & string;

const together: readonly { readonly needs: readonly Name[]; readonly name: string }[] = [
  { name: 'Pro Santé Connect', needs: ['PSC_ISSUER', 'PSC_CLIENT_ID', 'PSC_CLIENT_SECRET'] },
  {
    name: 'ProConnect',
    needs: ['PROCONNECT_ISSUER', 'PROCONNECT_CLIENT_ID', 'PROCONNECT_CLIENT_SECRET', 'ARS_SIRETS'],
  },
];

/** What is missing where a provider is set up by half: one variable, one sentence. */
export const missingVariables = (values: Values): { readonly name: Name; readonly message: string }[] =>
  together.flatMap(({ name, needs }) => {
    const missing = needs.filter((variable) => values[variable] === undefined);
    if (missing.length === needs.length) return [];
    const message = `est nécessaire pour ${name}, dont ${needs.length - missing.length} réglages sur ${needs.length} sont donnés`;
    return missing.map((variable) => ({ name: variable, message }));
  });

export function identitySettings(values: Values): IdentitySettings {
  const settings: ProviderSettings[] = [];
  const { PSC_ISSUER, PSC_CLIENT_ID, PSC_CLIENT_SECRET } = values;
  if (PSC_ISSUER && PSC_CLIENT_ID && PSC_CLIENT_SECRET) {
    settings.push({
      provider: 'pro-sante-connect',
      issuer: PSC_ISSUER,
      clientId: PSC_CLIENT_ID,
      clientSecret: PSC_CLIENT_SECRET,
    });
  }
  const { PROCONNECT_ISSUER, PROCONNECT_CLIENT_ID, PROCONNECT_CLIENT_SECRET, ARS_SIRETS } = values;
  if (PROCONNECT_ISSUER && PROCONNECT_CLIENT_ID && PROCONNECT_CLIENT_SECRET && ARS_SIRETS) {
    settings.push({
      provider: 'proconnect',
      issuer: PROCONNECT_ISSUER,
      clientId: PROCONNECT_CLIENT_ID,
      clientSecret: PROCONNECT_CLIENT_SECRET,
      pkce: values.PROCONNECT_PKCE === '1',
      level: values.PROCONNECT_ACR,
      employers: ARS_SIRETS,
    });
  }
  return settings;
}

/** Where each provider describes itself: Pro Santé Connect has a path of its own. */
export const discoveryUrl = ({ provider, issuer }: ProviderSettings): URL => new URL(issuer + discoveryPaths[provider]);

const discoveryPaths: Readonly<Record<IdentityProvider, string>> = {
  'pro-sante-connect': '/.well-known/wallet-openid-configuration',
  proconnect: '/.well-known/openid-configuration',
};
