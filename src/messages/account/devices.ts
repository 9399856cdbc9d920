/**
 * « Firefox sur Windows », from what a browser says of itself: enough for its owner to know it again in a list, and no
 * more. Order matters: most browsers also name the ones that they resemble.
 */
export function deviceWords(userAgent: string): string {
  const browser = nameIn(userAgent, browsers) ?? 'Un navigateur';
  const system = nameIn(userAgent, systems);
  return system ? `${browser} sur ${system}` : browser;
}

const nameIn = (userAgent: string, names: readonly (readonly [RegExp, string])[]): string | undefined =>
  names.find(([sign]) => sign.test(userAgent))?.[1];

const browsers = [
  [/\bEdgA?(?:iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bHeadlessChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const;

const systems = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bLinux\b/, 'Linux'],
] as const;
