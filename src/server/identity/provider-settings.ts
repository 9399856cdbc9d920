import { z } from 'zod';
import { type IdentityProvider, type TwoFactorLevel, twoFactorLevels } from '#domain/identity/provider.ts';
import { isSiret } from '#domain/identity/siret.ts';
import { issueOf } from '#domain/shared/refusal.ts';
import type { SettingRefusal } from '#domain/site/start-refusal.ts';

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

const refused = (code: SettingRefusal['code']): SettingRefusal['code'] => code;

const issuer = (exemple: string) =>
  z
    .string()
    .superRefine((text, context) => {
      if (!isIssuer(text)) context.addIssue(issueOf<SettingRefusal>({ code: 'EMETTEUR_ILLISIBLE', exemple }));
    })
    .optional();

const shortText = z.string().max(500, refused('VALEUR_TROP_LONGUE')).optional();

/** The variables of the environment that set providers up. */
export const identityVariables = {
  PSC_ISSUER: issuer('https://auth.esw.esante.gouv.fr/auth/realms/esante-wallet'),
  PSC_CLIENT_ID: shortText,
  PSC_CLIENT_SECRET: shortText,
  PROCONNECT_ISSUER: issuer('https://auth.agentconnect.gouv.fr/api/v2'),
  PROCONNECT_CLIENT_ID: shortText,
  PROCONNECT_CLIENT_SECRET: shortText,
  PROCONNECT_PKCE: z.enum(['0', '1'], refused('OUI_OU_NON')).default('0'),
  PROCONNECT_ACR: z.enum(twoFactorLevels, refused('NIVEAU_INCONNU')).default('eidas2'),
  ARS_SIRETS: z
    .string()
    .transform((text) => text.split(',').map((one) => one.replaceAll(/\s/g, '')))
    .refine((all) => all.every(isSiret), refused('SIRETS_ILLISIBLES'))
    .optional(),
} as const;

type Values = z.infer<z.ZodObject<typeof identityVariables>>;
type Name = keyof Values & string;

const together: readonly { readonly needs: readonly Name[]; readonly provider: IdentityProvider }[] = [
  { provider: 'pro-sante-connect', needs: ['PSC_ISSUER', 'PSC_CLIENT_ID', 'PSC_CLIENT_SECRET'] },
  {
    provider: 'proconnect',
    needs: ['PROCONNECT_ISSUER', 'PROCONNECT_CLIENT_ID', 'PROCONNECT_CLIENT_SECRET', 'ARS_SIRETS'],
  },
];

/** What is missing where a provider is set up by half, one variable at a time. */
export const missingVariables = (values: Values): { readonly name: Name; readonly refusal: SettingRefusal }[] =>
  together.flatMap(({ provider, needs }) => {
    const missing = needs.filter((variable) => values[variable] === undefined);
    if (missing.length === needs.length) return [];
    const [donnes, attendus] = [needs.length - missing.length, needs.length];
    const refusal = { code: 'REGLAGE_ABSENT', fournisseur: provider, donnes, attendus } as const;
    return missing.map((name) => ({ name, refusal }));
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
