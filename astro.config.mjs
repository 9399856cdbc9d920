import node from '@astrojs/node';
import { defineConfig, passthroughImageService } from 'astro/config';

export default defineConfig({
  site: process.env.SITE_URL ?? 'http://127.0.0.1:4321',
  output: 'static',
  // The middleware composes each page whole: streaming it before would only cost time.
  // Whoever reads a body counts what arrives against a smaller limit of its own; this one is above them all.
  adapter: node({ mode: 'middleware', bodySizeLimit: 12_582_912, experimentalDisableStreaming: true }),
  // One address per page: the server in front redirects « /modeles/ » to « /modeles ».
  trailingSlash: 'never',
  build: {
    format: 'directory',
    // The layout carries the one inline style whose hash the policy knows; anything else stays a file.
    inlineStylesheets: 'never',
  },
  session: false,
  // Astro would also refuse the API's own 405 and 415; src/middleware.ts checks the pages, behind a proxy too.
  security: { checkOrigin: false },
  image: { service: passthroughImageService() },
  // Shiki writes style attributes, which the policy refuses.
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  vite: {
    build: { assetsInlineLimit: 0 },
    ssr: { external: ['@libsql/client', 'drizzle-orm'] },
  },
});
