import { Box, Checkbox, FormControlLabel, FormGroup, FormHelperText, FormLabel, Typography } from '@mui/material';
import type { RoleView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { UserText } from '../ui/text';
import { useGrants } from '../roles/use-grants';

interface Properties {
  readonly roles: readonly RoleView[];
  readonly chosen: readonly string[];
  readonly onChange: (ids: string[]) => void;
  readonly isDisabled?: boolean;
  readonly error?: string;
  /** The legend is only for screen readers, as below a heading with the same text. */
  readonly isLegendHidden?: boolean;
}

const HIDDEN = { position: 'absolute', left: -9999 } as const;

/** Chooses roles. A role with more than the person has cannot be given or taken; the reason stands beside the role. */
export function RoleChoice({ roles, chosen, onChange, isDisabled = false, error, isLegendHidden }: Properties) {
  const translate = useTranslate();
  const { reasonAgainst } = useGrants();
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0 }}>
      <FormLabel component="legend" sx={isLegendHidden ? HIDDEN : { fontSize: '0.8125rem', mb: 0.5 }}>
        {translate('users.roles')}
      </FormLabel>
      {error && <FormHelperText error>{error}</FormHelperText>}
      <FormGroup>
        {roles.map((role) => {
          const reason = reasonAgainst(role);
          return (
            <FormControlLabel
              key={role.id}
              disabled={isDisabled || reason !== undefined}
              sx={{ alignItems: 'flex-start', mb: 0.5 }}
              control={
                <Checkbox
                  checked={chosen.includes(role.id)}
                  onChange={({ target }) =>
                    onChange(target.checked ? [...chosen, role.id] : chosen.filter((id) => id !== role.id))
                  }
                  sx={{ py: 0.25 }}
                />
              }
              label={
                <>
                  <UserText isCut={false}>{role.name}</UserText>
                  <Typography variant="caption" color="textSecondary" component="div">
                    {reason ?? role.description ?? translate(`roles.scope_${role.recordAccess}`)}
                  </Typography>
                </>
              }
            />
          );
        })}
      </FormGroup>
    </Box>
  );
}
