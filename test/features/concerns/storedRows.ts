import { TableClient, TableServiceClient } from '@azure/data-tables';
import { startAzurite } from '../../support/azurite';

/** One row of any table, with the table's name, as text. */
export interface RowText {
  readonly table: string;
  readonly text: string;
}

/** Every row that a product stored. @param prefix its tables' names begin with it. */
export async function storedRows(prefix: string): Promise<RowText[]> {
  const { connectionString } = await startAzurite();
  const options = { allowInsecureConnection: true };
  const rows: RowText[] = [];
  for await (const { name } of TableServiceClient.fromConnectionString(
    connectionString,
    options,
  ).listTables()) {
    if (!name?.startsWith(prefix)) continue;
    const table = name.slice(prefix.length);
    for await (const entity of TableClient.fromConnectionString(
      connectionString,
      name,
      options,
    ).listEntities()) {
      rows.push({ table, text: JSON.stringify(entity) });
    }
  }
  return rows;
}
