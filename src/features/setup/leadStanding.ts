import type { Actor, Standing } from '../../storage/complaintsRoles';

/** Who named a lead, and who approved it where there was one before. */
export interface NamedBy {
  readonly by: Actor;
  readonly approvedBy?: Actor;
}

/** How the lead stands to reports; the channel is still to be told. */
export function leadStanding(
  { id, teamsId, name }: { readonly id: string; readonly teamsId: string; readonly name: string },
  { by, approvedBy }: NamedBy,
  at: Date,
): Standing {
  return {
    ...{ personId: id, teamsId, name, state: 'lead', told: false },
    by: { id: by.id, name: by.name },
    ...(approvedBy && { approvedBy }),
    at: at.toISOString(),
  };
}
