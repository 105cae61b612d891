import { Box, Chip } from '@mui/material';
import { useId } from 'react';
import { useGetIdentity, useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { ReferenceInput } from '../fields/reference-input';
import { useAddress } from './address';

/** Own deals, or those of another owner. The address bar holds the owner. */
export function OwnerFilter() {
  const translate = useTranslate();
  const { can } = useAccess();
  const { identity } = useGetIdentity();
  const { parameters, set } = useAddress();
  const id = useId();
  const owner = parameters.get('ownerId');
  const isMine = owner !== null && owner === identity?.id;
  return (
    <>
      <Chip
        label={translate('deals.mine')}
        variant={isMine ? 'filled' : 'outlined'}
        color={isMine ? 'primary' : 'default'}
        aria-pressed={isMine}
        onClick={() => set({ ownerId: isMine ? null : String(identity?.id ?? '') })}
        sx={{ height: 32 }}
      />
      {can('users', 'read') && (
        <Box sx={{ width: { xs: '100%', sm: 190 } }}>
          <ReferenceInput
            id={id}
            name="ownerId"
            label={translate('deals.owner')}
            value={owner}
            onChange={(value) => set({ ownerId: value })}
            error={false}
          />
        </Box>
      )}
    </>
  );
}
