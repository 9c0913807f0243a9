-- Every process asks again and again whether anything was written on a closed chart: answered from the index alone.
CREATE INDEX chart_closed ON chart (facility_id, seq) WHERE is_open = 0;
