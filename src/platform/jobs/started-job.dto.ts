import { Id } from '../../kernel/fields.js';

/** The started job; `GET /jobs/{id}` returns its status and progress. */
export class StartedJobView {
  /**
   * Id of the job
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() id: string;
}
