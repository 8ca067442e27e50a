import { readFileSync, writeFileSync } from 'node:fs';
import { withTables } from './outsideTables';

/** `npm run outside`: brings the tables of docs/outside.md in line with the product. */
const DOCUMENT = 'docs/outside.md';
writeFileSync(DOCUMENT, withTables(readFileSync(DOCUMENT, 'utf8')));
