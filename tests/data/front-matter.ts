import { readdirSync, readFileSync } from 'node:fs';
import { parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';

/** The front matter and body of each model's file, read as the build reads them. */
export const modelFiles = readdirSync('content/modeles')
  .filter((name) => name.endsWith('.md'))
  .map((name) => {
    const { frontmatter, content } = parseFrontmatter(readFileSync(`content/modeles/${name}`, 'utf8'));
    return { slug: name.replace(/\.md$/, ''), frontmatter: frontmatter as unknown, body: content };
  });

export const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
