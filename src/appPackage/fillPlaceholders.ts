/** The manifest with its placeholders filled, and the keys that had no value. */
export interface FilledManifest {
  manifest: unknown;
  missing: string[];
}

/** `${{KEY}}` as the Microsoft 365 Agents Toolkit writes it. */
const placeholder = /\$\{\{\s*([A-Z][A-Z0-9_]*)\s*\}\}/g;

/** A suffix such as " (dev)" tells two installations apart; in production there is none. */
const mayBeEmpty = new Set(['APP_NAME_SUFFIX']);

/**
 * Fills every placeholder inside the strings of a manifest, so that a value cannot break the JSON around it.
 * A key that is absent or empty stays as it is and is listed as missing, once.
 */
export function fillPlaceholders(
  manifestJson: string,
  values: Record<string, string | undefined>,
): FilledManifest {
  const missing = new Set<string>();
  const fillKey = (whole: string, key: string): string => {
    const value = values[key];
    if (value === undefined || (value === '' && !mayBeEmpty.has(key))) {
      missing.add(key);
      return whole;
    }
    return value;
  };
  const manifest: unknown = JSON.parse(manifestJson, (_name, value: unknown) =>
    typeof value === 'string' ? value.replace(placeholder, fillKey) : value,
  );
  return { manifest, missing: [...missing] };
}
