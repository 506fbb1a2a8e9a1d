import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Permission } from '../access/permissions.js';

const NEEDS = 'needs-permission';

/**
 * What a route asks of whoever calls it: a permission of the matrix; `own` for what everybody who is
 * signed in does with his own account; `open` for what is answered to anybody.
 */
export type Needed = Permission | 'own' | 'open';

/** The permission that a route, or every route of a controller, asks for. */
export const Allow = (needed: Permission): CustomDecorator => SetMetadata(NEEDS, needed);

/** One's own session and account: no role is needed. */
export const Own = (): CustomDecorator => SetMetadata(NEEDS, 'own' satisfies Needed);

/** Answered to who is not signed in. */
export const Open = (): CustomDecorator => SetMetadata(NEEDS, 'open' satisfies Needed);

export const NEEDED = NEEDS;
