import { loadEnvironment } from './environment.ts';
import { startBuiltSite } from './start-built-site.ts';

loadEnvironment();
startBuiltSite();
