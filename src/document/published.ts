import { Injectable } from '@nestjs/common';
import type { Document } from './shapes.js';

/** The document of the running application, for those who read from it: built when first asked for, whoever asks. It is not to be changed. */
@Injectable()
export class PublishedDocument {
  private make: (() => Document) | undefined;
  private made: Document | undefined;

  publish(make: () => Document): void {
    this.make = make;
  }

  get(): Document {
    if (!this.make) throw new Error('No document was published');
    return (this.made ??= this.make());
  }
}
