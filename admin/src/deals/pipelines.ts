import type { PipelineStageView, PipelineView } from '@kontor/sdk';
import { useQuery } from '@tanstack/react-query';
import { kontor } from '../api/kontor';

const MOST = 100;
const FRESH_MS = 30_000;
const NO_STAGES: readonly PipelineStageView[] = [];

/** All pipelines in their order. */
export const usePipelines = () =>
  useQuery({
    queryKey: ['pipelines', 'all'],
    queryFn: async ({ signal }): Promise<PipelineView[]> => (await kontor.pipelines.list({ limit: MOST, signal })).data,
    staleTime: FRESH_MS,
  });

/** All stages of a pipeline in their order, with retired stages. */
export const useStages = (pipelineId: string | undefined) =>
  useQuery({
    queryKey: ['pipeline-stages', pipelineId],
    enabled: pipelineId !== undefined,
    queryFn: async ({ signal }): Promise<readonly PipelineStageView[]> =>
      pipelineId === undefined
        ? NO_STAGES
        : (await kontor.pipelines.listStages(pipelineId, { limit: MOST, signal })).data,
    staleTime: FRESH_MS,
  });

/** Returns the stage that wins or loses a deal: the first active stage of the kind. */
export const endingOf = (stages: readonly PipelineStageView[], kind: 'won' | 'lost'): PipelineStageView | undefined =>
  stages.find((stage) => stage.kind === kind && stage.isActive);
