import type { INestApplicationContext, RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { NEEDED, type Needed } from '../../../src/http/allow.js';

/** A route as its controller declares it. */
export type Route = Readonly<{
  method: 'get' | 'post' | 'put' | 'delete';
  /** Below the root, with `:names` for the parameters. */
  path: string;
  needed: Needed | undefined;
}>;

/** In the order of Nest's own numbers. */
const METHODS: readonly Route['method'][] = ['get', 'post', 'put', 'delete'];

/** Every route of every controller, with the permission it asks for. */
export function routesIn(app: INestApplicationContext): readonly Route[] {
  const modules = [...app.get(ModulesContainer).values()];
  const controllers = modules.flatMap(({ controllers: own }) => [...own.values()]);
  return controllers.flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return [];
    const prefix = String(Reflect.getMetadata('path', metatype));
    const shared = Reflect.getMetadata(NEEDED, metatype) as Needed | undefined;
    const handlers = Object.values(
      Object.getOwnPropertyDescriptors(metatype.prototype as object),
    ).map(({ value }) => value as unknown);
    return handlers.flatMap((handler) => {
      if (typeof handler !== 'function') return [];
      const method = Reflect.getMetadata('method', handler) as RequestMethod | undefined;
      if (method === undefined) return [];
      const own = String(Reflect.getMetadata('path', handler));
      const path = `/${[prefix, own].filter((part) => part !== '/').join('/')}`;
      const needed = (Reflect.getMetadata(NEEDED, handler) as Needed | undefined) ?? shared;
      return [{ method: METHODS[method] ?? 'get', path, needed }];
    });
  });
}
