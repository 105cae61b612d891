import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { useAccess } from '../api/access';
import { usePipeline } from '../deals/pipeline-select';
import { EmptyState, ErrorNote, Loading } from '../ui/feedback';
import { PipelineDialog } from './pipeline-dialog';
import { PipelineList } from './pipeline-list';
import { StageList } from './stage-list';

/** Settings of pipelines and their stages. The address bar holds the pipeline. */
export function Screen() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { can } = useAccess();
  const { pipelines, pipeline, error, isPending, refetch } = usePipeline();
  const [isCreating, setCreating] = useState(false);
  const canManage = can('pipelines', 'manage');
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return (
    <Stack spacing={2} sx={{ maxWidth: 1080, mx: 'auto' }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'flex-start', flexWrap: 'wrap' }}>
        <Box sx={{ flex: 1, minWidth: { xs: '100%', sm: 240 } }}>
          <Typography variant="h5" component="h1">
            {translate('settings.pipelines')}
          </Typography>
          <Typography variant="body2" color="textSecondary" sx={{ mt: 0.25 }}>
            {translate('pipelines.text')}
          </Typography>
        </Box>
        {canManage && (
          <Button variant="contained" onClick={() => setCreating(true)}>
            {translate('pipelines.create')}
          </Button>
        )}
      </Stack>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '320px minmax(0, 1fr)' } }}>
        <Box>
          <Typography variant="h6" component="h2" sx={{ mb: 1, minHeight: 32, display: 'flex', alignItems: 'center' }}>
            {translate('pipelines.title')}
          </Typography>
          <PipelineList pipelines={pipelines} selectedId={pipeline?.id ?? ''} canManage={canManage} />
        </Box>
        <Box sx={{ minWidth: 0 }}>
          {pipeline ? (
            <StageList key={pipeline.id} pipelineId={pipeline.id} canManage={canManage} />
          ) : (
            <EmptyState title={translate('deals.no_pipeline')}>
              <Button variant="outlined" component={Link} to="/settings/pipelines">
                {translate('deals.default_pipeline')}
              </Button>
            </EmptyState>
          )}
        </Box>
      </Box>
      {isCreating && (
        <PipelineDialog
          onCreated={(id) => void navigate(`/settings/pipelines/${id}`)}
          onClose={() => setCreating(false)}
        />
      )}
    </Stack>
  );
}
