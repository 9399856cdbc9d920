import type { CustomFetch } from 'openid-client';
import { createProviderClient, type ProviderClient } from './provider-client.ts';
import type { IdentitySettings } from './provider-settings.ts';

/** The providers that are set up; opening asks nothing of them. */
export type IdentityProviders = {
  readonly available: readonly ProviderClient[];
  find(provider: string): ProviderClient | null;
};

export function openIdentityProviders(settings: IdentitySettings, fetch?: CustomFetch): IdentityProviders {
  const available = settings.map((one) => createProviderClient(one, fetch));
  return {
    available,
    find: (provider) => available.find((client) => client.provider === provider) ?? null,
  };
}
