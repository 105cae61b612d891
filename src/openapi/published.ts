import { Injectable } from '@nestjs/common';
import type { Document } from './schemas/shapes.js';

/** The document of the running application, built at the first request. Callers must not change it. */
@Injectable()
export class PublishedDocument {
  private create: (() => Document) | undefined;
  private cached: Document | undefined;

  publish(create: () => Document): void {
    this.create = create;
  }

  get(): Document {
    if (!this.create) throw new Error('No document was published');
    return (this.cached ??= this.create());
  }
}
