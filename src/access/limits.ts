import { RateLimiterRes, type RateLimiterMemory } from 'rate-limiter-flexible';
import { tooMany } from './access-refusals.js';

/** Takes one of so many; throws the refusal that says when there are some again. */
export async function withinLimit(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (error instanceof RateLimiterRes) throw tooMany(error.msBeforeNext / 1000);
    throw error;
  }
}
