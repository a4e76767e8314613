-- The one clock that SQL and code read: the transaction's own `gongjian.now` where set (seed and tests), else the
-- wall clock plus the offset in app_clock.
create or replace function app_now() returns timestamptz
language plpgsql volatile as $$
declare
	fixed text := current_setting('gongjian.now', true);
begin
	if fixed is not null and fixed <> '' then
		return fixed::timestamptz;
	end if;
	return clock_timestamp() + coalesce((select offset_ms from app_clock), 0) * interval '1 millisecond';
end
$$;
