import { Entity } from 'botframework-connector/lib/connectorApi/models/mappers';

/**
 * The connector's serialiser writes only `type`, `text` and `mentioned` of an entity, so citations would vanish on
 * the way to Teams. This lets every property through. To be called before the first send; again does no harm.
 */
export function letEntitiesThrough(): void {
  Entity.type.additionalProperties = { type: { name: 'Object' } };
}
