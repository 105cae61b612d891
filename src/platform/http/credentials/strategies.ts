import { Injectable } from '@nestjs/common';
import type { Request, RequestHandler, Response } from 'express';
import passport from 'passport';
import type { Actor } from '../../../kernel/actor.js';
import { UnauthorizedError } from '../../../kernel/errors.js';

/**
 * The authentication strategies of this application by name. The global Passport instance would mix strategies of two
 * applications in one process.
 */
@Injectable()
export class Strategies {
  private readonly passport = new passport.Passport();

  add(name: string, strategy: passport.Strategy): void {
    this.passport.use(name, strategy);
  }

  authenticate(name: string, request: Request, response: Response): Promise<Actor> {
    return new Promise((resolve, reject) => {
      const done = (error: unknown, actor?: Actor | false | null) => {
        if (error) reject(error as Error);
        else if (actor) resolve(actor);
        else reject(notSignedIn());
      };
      const middleware = this.passport.authenticate(name, { session: false }, done) as RequestHandler;
      middleware(request, response, reject);
    });
  }
}

const notSignedIn = (): UnauthorizedError =>
  new UnauthorizedError(
    'not-signed-in',
    'Sign in, or send an API key in X-API-Key or an access token in Authorization.',
  );
