* Encoding: UTF-8.
* Reads the tables of this folder, with labels, and saves each as a system file beside it.
* Where there is no number there is a missing value, and the variable status says why.
* A name that SPSS keeps for itself ends in an underscore here.

GET DATA /TYPE=TXT /FILE='allocation-summary.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELIMITERS=","
  /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=
  average A17
  units F40.10
  leaders A4
  followers A8
  leading F40.10
  following F40.10
  points_to_tie F40.10
  changes_without_one_person F40.10
  changes_without_one_organisation F40.10
  effective_number F40.10
  factors_used F40.10
  concentration F40.10
  even_splits F40.10
  one_factor F40.10
  few_factors F40.10
  status A15
  withheld A92.
VARIABLE LABELS
  average 'respondents (people equal), organisations (organisations equal) or median (of people). Checks over people, on which nothing rests: geometric_0.0065 and geometric_0.025 (zeros filled in as that share), frechet_0.5.'
  units 'People, or organisations, that count.'
  leaders 'Codes of the factors that lead, separated by spaces.'
  followers 'Codes of the factors next to them, separated by spaces.'
  leading 'Points of the leaders. (points of 100)'
  following 'Points of the followers. (points of 100)'
  points_to_tie 'Fewest points, summed over people, to move from the leader for a tie; more overturns it. (points of all together)'
  changes_without_one_person 'How often leaving out one person changes the leaders. (cases)'
  changes_without_one_organisation 'How often leaving out one organisation changes the leaders. (cases)'
  effective_number 'How many factors of equal size would be as spread out as the average (Hill''s number of order 1). (factors)'
  factors_used 'Mean number of factors that a person used. (factors)'
  concentration 'Mean over people of the sum of squared shares: 1 for one factor, 1 ÷ factors for an even split. (share 0–1)'
  even_splits 'People who gave every factor the same. (people)'
  one_factor 'People who gave one factor everything. (people)'
  few_factors 'People who used fewer than three factors. (people)'
  status 'Why there is a number or none.'
  withheld 'Numbers of a row with leaders that are withheld all the same, as column:status, separated by spaces.'.
VALUE LABELS
  /status 'ok' 'the number is published' 'suppressed' 'hidden, because too few people stand behind it or behind a number beside it' 'not_asked' 'not asked' 'too_few_answers' 'too few answers' 'too_few_people' 'too few people' 'no_variation' 'everybody answered alike' 'views_split' 'views are too far apart for one level' 'separated' 'a group separates high from low answers, so a model has no estimate' 'not_testable' 'the comparison cannot be made'.
SAVE OUTFILE='allocation-summary.sav'.

GET DATA /TYPE=TXT /FILE='allocations.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELIMITERS=","
  /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=
  factor A4
  label A70
  respondents F40.10
  mean F40.10
  mean_low F40.10
  mean_high F40.10
  median F40.10
  share_zero F40.10
  rank F40.10
  organisations F40.10
  organisation_mean F40.10
  organisation_low F40.10
  organisation_high F40.10
  organisation_rank F40.10
  mean_low_together F40.10
  mean_high_together F40.10
  organisation_low_together F40.10
  organisation_high_together F40.10
  median_rank F40.10
  rank_less_one_person_low F40.10
  rank_less_one_person_high F40.10
  rank_less_one_organisation_low F40.10
  rank_less_one_organisation_high F40.10
  geometric_mean_small_fill F40.10
  geometric_mean_large_fill F40.10
  frechet_mean F40.10
  status A15
  withheld A293.
VARIABLE LABELS
  factor 'The factor''s code.'
  label 'The factor''s wording.'
  respondents 'People who shared out the points. (people)'
  mean 'Mean over people, points as given. (points of 100)'
  mean_low 'Lower end of the interval of the mean. (points of 100)'
  mean_high 'Upper end of the interval of the mean. (points of 100)'
  median 'Median over people. (points of 100)'
  share_zero 'Share of people who gave the factor nothing; withheld where these, or the others, are few. (share 0–1)'
  rank 'Rank by mean, 1 is the largest; ties share the mean of their places.'
  organisations 'Organisations with an allocation. (organisations)'
  organisation_mean 'Mean of the organisations'' means. (points of 100)'
  organisation_low 'Lower end of its interval. (points of 100)'
  organisation_high 'Upper end of its interval. (points of 100)'
  organisation_rank 'Rank by the mean of the organisations'' means.'
  mean_low_together 'Lower end of the interval of the mean that holds for all factors together. (points of 100)'
  mean_high_together 'Upper end of the interval of the mean that holds for all factors together. (points of 100)'
  organisation_low_together 'Lower end of the interval of the organisations'' mean that holds for all factors together. (points of 100)'
  organisation_high_together 'Upper end of the interval of the organisations'' mean that holds for all factors together. (points of 100)'
  median_rank 'Rank by median.'
  rank_less_one_person_low 'Best rank by mean when one person is left out; empty above 20,000 people.'
  rank_less_one_person_high 'Worst rank by mean when one person is left out.'
  rank_less_one_organisation_low 'Best rank by the organisations'' mean when one organisation is left out.'
  rank_less_one_organisation_high 'Worst rank by the organisations'' mean when one organisation is left out.'
  geometric_mean_small_fill 'Check only: geometric mean over people with zeros filled in as 0.65 points. No weight rests on it. (points of 100)'
  geometric_mean_large_fill 'Check only: the same with zeros filled in as 2.5 points; where the two differ, the fill decides. (points of 100)'
  frechet_mean 'Check only: Fréchet mean over people at α = 0.5, between arithmetic and geometric, zeros as they are. (points of 100)'
  status 'Why there is a number or none.'
  withheld 'Numbers of a row with a mean that are withheld all the same, as column:status, separated by spaces.'.
VALUE LABELS
  /factor 'b01' 'More frontline staff' 'b02' 'Training frontline staff on how to make co-production more successful' 'b03' 'More staff who can enable service users to co-produce' 'b04' 'More staff who can enable communities to co-produce' 'b05' 'Supporting service users to do more co-production in the project' 'b06' 'Supporting communities to do more co-production in the project' 'b07' 'Connecting service users to communities more effectively' 'b08' 'Project management' 'b09' 'Better ICT' 'b10' 'Better technology (other than ICT)' 'b11' 'Supporting partners to embed co-production in their working'
  /status 'ok' 'the number is published' 'suppressed' 'hidden, because too few people stand behind it or behind a number beside it' 'not_asked' 'not asked' 'too_few_answers' 'too few answers' 'too_few_people' 'too few people' 'no_variation' 'everybody answered alike' 'views_split' 'views are too far apart for one level' 'separated' 'a group separates high from low answers, so a model has no estimate' 'not_testable' 'the comparison cannot be made'.
SAVE OUTFILE='allocations.sav'.

GET DATA /TYPE=TXT /FILE='codebook.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELIMITERS=","
  /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=
  file A29
  variable A33
  kind A8
  type A8
  label_en A95
  label_cy A1
  unit A23
  range A12
  values A1597
  formula A122
  missing A109
  meaning A467.
VARIABLE LABELS
  file 'The file; empty for a measure or an item.'
  variable 'The name in the files.'
  kind 'What the row is about.'
  type 'What its values are.'
  label_en 'The label in the language “en”; empty while it is not written.'
  label_cy 'The label in the language “cy”; empty while it is not written.'
  unit 'The unit.'
  range 'Lowest and highest value.'
  values 'The only values that there are, with what they say; empty where any may be.'
  formula 'How the number is made.'
  missing 'What can be missing, and how it is told.'
  meaning 'What it means.'.
VALUE LABELS
  /kind 'column' 'a column of a file' 'measure' 'a score, which occurs in several files' 'item' 'a question of the survey, or a factor of its budget'
  /type 'string' 'text' 'integer' 'whole numbers' 'number' 'numbers'.
SAVE OUTFILE='codebook.sav'.

GET DATA /TYPE=TXT /FILE='comparisons.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELIMITERS=","
  /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=
  family A24
  measure A18
  by_ A8
  group_a A13
  group_b A13
  n_a F40.10
  n_b F40.10
  primary F40.10
  method A23
  statistic F40.10
  df F40.10
  p F40.10
  p_method A36
  p_smallest F40.10
  p_adjusted F40.10
  effect_name A27
  effect F40.10
  effect_low F40.10
  effect_high F40.10
  status A15
  note A167
  design A23
  design_reason A58
  null A93
  sidedness A26
  p_low F40.10
  p_high F40.10
  p_adjustment A18
  effect_interval A63
  organisations F40.10
  icc1 F40.10
  design_effect F40.10
  leave_one_out_low F40.10
  leave_one_out_high F40.10
  dk_effect_low F40.10
  dk_effect_high F40.10
  n_without_score F40.10
  dk_answers F40.10
  nfm_answers F40.10
  skipped_answers F40.10
  not_asked_answers F40.10
  median_a F40.10
  median_b F40.10
  effect_by_chance F40.10.
VARIABLE LABELS
  family 'The family within which p is adjusted.'
  measure 'The measure that is compared.'
  by_ 'The column that groups people.'
  group_a 'The first group, or all for all groups at once.'
  group_b 'The second group; empty for all groups at once.'
  n_a 'People in the first group, or in all groups. (people)'
  n_b 'People in the second group. (people)'
  primary '1 for the row to read, 0 for a row that stands beside it. Between waves of six organisations or more the report reads whole_organisation_signs beside it.'
  method 'The test.'
  statistic 'The test statistic.'
  df 'Degrees of freedom of the limit distribution; empty where there are none.'
  p 'Two-sided p: an outcome counts when it is at least as far out. Rounded up where more digits would tell hidden numbers. (probability)'
  p_method 'exact, permutation:count:seed, asymptotic, or drawn_limit:count:seed (draws of what shuffles tend to).'
  p_smallest 'The smallest p that these group sizes can give, or, where how they are spread is hidden, a number it is not below; empty where nothing sets a bound. (probability)'
  p_adjusted 'p adjusted within the family, as p_adjustment says. (probability)'
  effect_name 'Which effect size; empty without one.'
  effect 'The effect size; in few digits, or empty, where it would tell hidden numbers.'
  effect_low 'Lower end of its interval.'
  effect_high 'Upper end of its interval.'
  status 'Why there is a number or none.'
  note 'Why it cannot be made, or a caution; empty when there is nothing to add.'
  design 'How organisations entered.'
  design_reason 'Why this design, in numbers of organisations.'
  null 'The null hypothesis that p speaks about.'
  sidedness 'Which outcomes count as at least as far out.'
  p_low 'Lower end of the Monte Carlo 99% interval of a permutation p. (probability)'
  p_high 'Upper end of the Monte Carlo 99% interval of a permutation p. (probability)'
  p_adjustment 'How p_adjusted was made; empty without one.'
  effect_interval 'How the effect''s interval was made; empty without one.'
  organisations 'Organisations with a scored person of the groups. (organisations)'
  icc1 'ICC(1): share of the spread of scores that lies between organisations, over those whose people of the groups are told; empty where these are fewer than half of the people.'
  design_effect 'How many times larger the variance of a mean is than for unrelated people, over the same organisations; 1 or more.'
  leave_one_out_low 'Smallest effect when each organisation in turn is left out.'
  leave_one_out_high 'Largest effect when each organisation in turn is left out.'
  dk_effect_low 'Smallest effect if every “don''t know” of one group hid the lowest answer and of the other the highest.'
  dk_effect_high 'Largest effect if every “don''t know” of one group hid the lowest answer and of the other the highest.'
  n_without_score 'People of the groups without a score on the measure. (people)'
  dk_answers '“Don''t know” answers of the groups behind the measure. (answers)'
  nfm_answers '“Not for me” answers of the groups behind the measure. (answers)'
  skipped_answers 'Skipped answers of the groups behind the measure. (answers)'
  not_asked_answers 'Answers of the groups behind the measure that were not asked for. (answers)'
  median_a 'Median of the people of group_a, on the scale of the measure; pairs only. (units of the measure)'
  median_b 'Median of the people of group_b, on the scale of the measure; pairs only. (units of the measure)'
  effect_by_chance 'What chance alone would make of an effect that is never 0, on average; empty for other effects.'.
VALUE LABELS
  /effect_name 'probability_of_superiority' 'chance that someone of group_a scores higher, ties split' 'hedges_g' 'difference of means in standard deviations' 'epsilon_squared' 'share of the spread of ranks that groups explain' 'omega_squared' 'share of the spread of scores that groups explain' 'mean_difference' 'mean of group_a less that of group_b' 'mean_rank_difference' 'mean rank of group_a less that of group_b' 'difference_of_shares' 'share of group_a less that of group_b' 'points_to_move' 'points of 100 to move between factors for the groups to agree, half the sum of differences' 'mean_points_difference' 'mean points of group_a less those of group_b' 'kendall_w' 'agreement of people''s orders of factors, 0 to 1' 'cramers_v' 'association of groups and answers, 0 to 1' 'kendall_tau_b' 'agreement of the order of groups with the scores, −1 to 1' 'matched_pairs_rank_biserial' 'between waves, −1 to 1, above 0 where the second is higher' 'share_of_changes_that_rose' 'between waves, of those who changed' 'mean_change' 'between waves, of organisations, in points'
  /status 'ok' 'the number is published' 'suppressed' 'hidden, because too few people stand behind it or behind a number beside it' 'not_asked' 'not asked' 'too_few_answers' 'too few answers' 'too_few_people' 'too few people' 'no_variation' 'everybody answered alike' 'views_split' 'views are too far apart for one level' 'separated' 'a group separates high from low answers, so a model has no estimate' 'not_testable' 'the comparison cannot be made'
  /design 'within_organisations' 'groups are compared inside organisations that hold them side by side' 'whole_organisations' 'whole organisations change groups' 'one_organisation' 'one organisation only' 'organisations_not_named' 'no organisation is named: people are taken as unrelated' 'confounded' 'groups and organisations cannot be told apart' 'same_people' 'the same people twice' 'pooled' 'organisations are forgotten: a row that stands beside the primary one'
  /p_adjustment 'holm' 'Holm over the family' 'benjamini_hochberg' 'Benjamini and Hochberg: few of those let through are expected to be chance' 'studentized_range' 'the studentized range of all pairs' 'max_t' 'the largest of all statistics over the shuffles'.
SAVE OUTFILE='comparisons.sav'.

GET DATA /TYPE=TXT /FILE='disclosure.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELIMITERS=","
  /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=
  about A7
  table A25
  column A27
  organisation A16
  group_by A16
  group A21
  measure A7
  answer A10
  action A17
  why A38
  cells F40.10
  low F40.10
  high F40.10
  status A15.
VARIABLE LABELS
  about 'What the row is about. Rows about columns are counted in the tables as they are published.'
  table 'The table: the name of its file without .csv.'
  column 'The column; empty in a row about a table.'
  organisation 'The organisation; empty over all.'
  group_by 'The column that groups people; empty for everybody.'
  group 'The group; empty for everybody.'
  measure 'The measure or the item; empty in a row about a number for all of them: then the number is of everybody in the group.'
  answer 'The answer, in distributions.'
  action 'What was done.'
  why 'Why. Which of the numbers are small is not told, because it would narrow what they can be.'
  cells 'How many cells of the column; only in a row about a column. (cells)'
  low 'The least that the hidden number can be, from all that is shown; only in a row about a number. (people)'
  high 'The most that it can be; empty and suppressed where what would bound it is hidden too. (people)'
  status 'Why there is a number or none.'.
VALUE LABELS
  /about 'table' 'a whole table' 'column' 'cells of one column' 'number' 'one number of people, with what can be inferred about it'
  /action 'audited' 'nothing in the table leaks by the audit of its sums; groups in it that are not listed are hidden too' 'left_out' 'rows that would name a hidden group are not there; whether there are any is not told' 'withheld' 'empty, because the number is hidden, or the row that it would stand in' 'withheld_or_none' 'empty: withheld, or there is no such number; which is not told' 'rounded' 'told in few digits, as a bound, or without degrees of freedom; a number that is short by itself counts too'
  /why 'sums' 'so that sums of the table give nothing away' 'not_listed' 'which groups within an organisation, or respondent types, have somebody is not told of hidden ones' 'whole_group' 'the group is hidden with all of its numbers; the row about its people says what can be inferred' 'primary_or_complementary' 'few people, or beside few; which is not told' 'primary_class_or_complementary' 'few people, or people who all gave one answer or have one score, or beside either; which is not told' 'primary_class_complementary_or_counts' 'few people, people who are alike, or beside either, or a mean of one item that would give counts of its answers away;…' 'counts_beside_a_mean' 'an item of which means are told: where one count of a rating may not be told none is' 'earlier_release' 'fewer people than the minimum tell it from what an earlier release of the ledger showed, or it stands beside such a n…' 'few_answers' 'a number or share of few answers, or of few people without a score, or beside one' 'few_on_a_side' 'few people on one side of a gap, or beside such a side' 'second_equation' 'it weighs groups in another way than their people, so that it would be a second equation in hidden ones' 'spread_over_organisations' 'it would tell how people of hidden groups are spread over organisations' 'numbers_of_organisations' 'numbers of organisations with people of a group would tell hidden groups' 'hidden_organisations' 'it rests on organisations whose scores are told, and the others are missing' 'few_allocations' 'few people shared out the budget, or few left it out, or it stands beside such a number'
  /status 'ok' 'the number is published' 'suppressed' 'hidden, because too few people stand behind it or behind a number beside it' 'not_asked' 'not asked' 'too_few_answers' 'too few answers' 'too_few_people' 'too few people' 'no_variation' 'everybody answered alike' 'views_split' 'views are too far apart for one level' 'separated' 'a group separates high from low answers, so a model has no estimate' 'not_testable' 'the comparison cannot be made'.
SAVE OUTFILE='disclosure.sav'.

GET DATA /TYPE=TXT /FILE='distributions.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELIMITERS=","
  /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=
  item A6
  respondent_type A21
  answer A10
  count F40.10
  status A15.
VARIABLE LABELS
  item 'The item''s code.'
  respondent_type 'The respondent type; all for all types together.'
  answer 'A code of the scale, dk, nfm, skipped or not_asked.'
  count 'How many people gave the answer. (people)'
  status 'Why there is a number or none.'.
VALUE LABELS
  /item 'd01q1' 'We start work before we agree what should get better for people.' 'd01q5' 'People who use services helped to choose what we measure.' 'd02q1' 'There are too few staff to support people who want to help run services.' 'd02q3' 'There is money set aside to help people take part.' 'd03q1' 'Staff here do things for people, not with them.' 'd03q2' 'What people know from their own lives counts as much as what staff know.' 'd04q1' 'The way services are bought leaves people out.' 'd04q4' 'There is a simple way to tell us what is not working.' 'd05q2' 'People are told what happened because of what they said.' 'd05q3' 'We do not know what local people already do to help each other.' 'd06q2' 'Managers say there is not enough proof that it works.' 'd06q3' 'We know where working together would help people most.' 'd07q2' 'People are not given the help they need to take part.' 'd07q3' 'We know what skills local people would like to share.' 'd08q1' 'Staff think that working with people as equals is not part of their job.' 'd08q2' 'Managers do not give staff enough time to work this way.' 'd09q1' 'Senior leaders speak up for working with people as equals.' 'd09q4' 'Leaders know about the good work people already do together here.' 'd10q2' 'Good projects end when the first money runs out.' 'd10q5' 'There is not enough time to build trust.' 'd11q2' 'We can try out a new idea on a small scale.' 'd11q5' 'People fear their help will be cut if they do more for themselves.' 'nowcm' 'How often do people here do this together: deciding what is needed and what to spend money on?' 'nowde' 'How often do people here do this together: planning how a service should work?' 'nowdl' 'How often do people here do this together: running a service?' 'nowas' 'How often do people here do this together: checking how well things are going?'
  /status 'ok' 'the number is published' 'suppressed' 'hidden, because too few people stand behind it or behind a number beside it' 'not_asked' 'not asked' 'too_few_answers' 'too few answers' 'too_few_people' 'too few people' 'no_variation' 'everybody answered alike' 'views_split' 'views are too far apart for one level' 'separated' 'a group separates high from low answers, so a model has no estimate' 'not_testable' 'the comparison cannot be made'.
SAVE OUTFILE='distributions.sav'.

GET DATA /TYPE=TXT /FILE='money-and-need.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELIMITERS=","
  /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=
  dimension A4
  label A44
  severity F40.10
  money F40.10
  money_overlapping F40.10
  verdict A27
  status A15.
VARIABLE LABELS
  dimension 'The dimension''s code.'
  label 'The dimension''s name.'
  severity '100 minus readiness of the cohort, people equal. (points 0–100)'
  money 'Share of the money, organisations equal; a factor that serves several dimensions is split evenly over them. (share 0–1)'
  money_overlapping 'Share of the money on factors that serve it, each in full; shares overlap and are not summed. (share 0–1)'
  verdict 'What severity and money say together. A barrier is called serious when its severity is above the median of all barriers; money matches it when its share is at least an even one. It is “paid for, not a barrier” when the whole range of its…'
  status 'Why there is a number or none.'.
VALUE LABELS
  /dimension 'd01' 'Unclear outcomes being sought' 'd02' 'Insufficient resources' 'd03' 'Unfavourable culture' 'd04' 'Poor processes' 'd05' 'Poor communication and inadequate data' 'd06' 'Evidence base and business case' 'd07' 'Citizen capabilities and time' 'd08' 'Professional/managerial/political ownership' 'd09' 'Inadequate leadership' 'd10' 'Short-termism' 'd11' 'Risk aversion'
  /verdict 'funded' 'a serious barrier with at least an even share of the money' 'under_funded' 'a serious barrier with less than an even share of the money' 'nothing_on_the_list_to_buy' 'a serious barrier that no factor on the list could relieve' 'paid_for_not_a_barrier' 'not serious, with the whole range of its severity, and the factors that serve only such barriers draw an even share o…' 'cannot_be_told' 'the same, but the range of its severity takes in the median barrier, so that it may be serious' 'not_a_barrier' 'neither serious nor paid for'
  /status 'ok' 'the number is published' 'suppressed' 'hidden, because too few people stand behind it or behind a number beside it' 'not_asked' 'not asked' 'too_few_answers' 'too few answers' 'too_few_people' 'too few people' 'no_variation' 'everybody answered alike' 'views_split' 'views are too far apart for one level' 'separated' 'a group separates high from low answers, so a model has no estimate' 'not_testable' 'the comparison cannot be made'.
SAVE OUTFILE='money-and-need.sav'.

GET DATA /TYPE=TXT /FILE='organisation-allocations.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELIMITERS=","
  /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=
  organisation A16
  factor A4
  label A70
  respondents F40.10
  mean F40.10
  status A15.
VARIABLE LABELS
  organisation 'The organisation.'
  factor 'The factor''s code.'
  label 'The factor''s wording.'
  respondents 'Its people who shared out the points. (people)'
  mean 'Mean over its people, points as given. (points of 100)'
  status 'Why there is a number or none.'.
VALUE LABELS
  /factor 'b01' 'More frontline staff' 'b02' 'Training frontline staff on how to make co-production more successful' 'b03' 'More staff who can enable service users to co-produce' 'b04' 'More staff who can enable communities to co-produce' 'b05' 'Supporting service users to do more co-production in the project' 'b06' 'Supporting communities to do more co-production in the project' 'b07' 'Connecting service users to communities more effectively' 'b08' 'Project management' 'b09' 'Better ICT' 'b10' 'Better technology (other than ICT)' 'b11' 'Supporting partners to embed co-production in their working'
  /status 'ok' 'the number is published' 'suppressed' 'hidden, because too few people stand behind it or behind a number beside it' 'not_asked' 'not asked' 'too_few_answers' 'too few answers' 'too_few_people' 'too few people' 'no_variation' 'everybody answered alike' 'views_split' 'views are too far apart for one level' 'separated' 'a group separates high from low answers, so a model has no estimate' 'not_testable' 'the comparison cannot be made'.
SAVE OUTFILE='organisation-allocations.sav'.

GET DATA /TYPE=TXT /FILE='perception-gaps.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELIMITERS=","
  /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=
  by_ A8
  group_a A13
  group_b A13
  measure A14
  kind A10
  n_a F40.10
  n_b F40.10
  value_a F40.10
  value_b F40.10
  difference F40.10
  difference_low F40.10
  difference_high F40.10
  interval_method A23
  method A12
  design A23
  p F40.10
  p_method A6
  p_smallest F40.10
  p_adjusted F40.10
  status A15
  note A116.
VARIABLE LABELS
  by_ 'The column that groups people.'
  group_a 'The first group.'
  group_b 'The second group.'
  measure 'The measure that is seen differently.'
  kind 'What is compared.'
  n_a 'People of the first group that count. (people)'
  n_b 'People of the second group that count. (people)'
  value_a 'The first group''s value; percent for knowledge. (points 0–100)'
  value_b 'The second group''s value; percent for knowledge. (points 0–100)'
  difference 'value_a minus value_b. (points)'
  difference_low 'Lower end of its interval at the plan''s level. (points)'
  difference_high 'Upper end of its interval at the plan''s level. (points)'
  interval_method 'How the interval was made; empty without one.'
  method 'The test, as in comparisons.csv.'
  design 'How organisations entered the test, as in comparisons.csv.'
  p 'Two-sided p. (probability)'
  p_method 'exact, permutation:count:seed or asymptotic.'
  p_smallest 'The smallest p that these group sizes can give, or, where how they are spread is hidden, a number it is not below; empty where nothing sets a bound. (probability)'
  p_adjusted 'p adjusted by Holm over all rows of the grouping. (probability)'
  status 'Why there is a number or none.'
  note 'Why there is no number, or a caution; empty when there is nothing to add.'.
VALUE LABELS
  /kind 'level' 'mean readiness' 'consensus' 'mean distance from the own group''s median' 'knowledge' 'share of asked questions answered with “don''t know”'
  /design 'within_organisations' 'groups are compared inside organisations that hold them side by side' 'whole_organisations' 'whole organisations change groups' 'one_organisation' 'one organisation only' 'organisations_not_named' 'no organisation is named: people are taken as unrelated' 'confounded' 'groups and organisations cannot be told apart' 'same_people' 'the same people twice' 'pooled' 'organisations are forgotten: a row that stands beside the primary one'
  /status 'ok' 'the number is published' 'suppressed' 'hidden, because too few people stand behind it or behind a number beside it' 'not_asked' 'not asked' 'too_few_answers' 'too few answers' 'too_few_people' 'too few people' 'no_variation' 'everybody answered alike' 'views_split' 'views are too far apart for one level' 'separated' 'a group separates high from low answers, so a model has no estimate' 'not_testable' 'the comparison cannot be made'.
SAVE OUTFILE='perception-gaps.sav'.

GET DATA /TYPE=TXT /FILE='priorities.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELIMITERS=","
  /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=
  organisation A16
  dimension A4
  readiness F40.10
  weight F40.10
  gap F40.10
  priority F40.10
  top_three F40.10
  status A15.
VARIABLE LABELS
  organisation 'The organisation; empty for everybody together.'
  dimension 'The dimension''s code.'
  readiness 'Readiness on the dimension. (points 0–100)'
  weight 'The weight under the chosen scheme. (share 0–1)'
  gap 'Points of readiness below the target (plan: target). (points 0–100)'
  priority 'Weight times gap as a share of their sum; the dimensions of an organisation add up to 1, or are 0 at the target. (share 0–1)'
  top_three 'Share of re-drawings of people (whole organisations for everybody together) in which it is among the three highest; ties count in part. Weights are held. (probability)'
  status 'Why there is a number or none.'.
VALUE LABELS
  /dimension 'd01' 'Unclear outcomes being sought' 'd02' 'Insufficient resources' 'd03' 'Unfavourable culture' 'd04' 'Poor processes' 'd05' 'Poor communication and inadequate data' 'd06' 'Evidence base and business case' 'd07' 'Citizen capabilities and time' 'd08' 'Professional/managerial/political ownership' 'd09' 'Inadequate leadership' 'd10' 'Short-termism' 'd11' 'Risk aversion'
  /status 'ok' 'the number is published' 'suppressed' 'hidden, because too few people stand behind it or behind a number beside it' 'not_asked' 'not asked' 'too_few_answers' 'too few answers' 'too_few_people' 'too few people' 'no_variation' 'everybody answered alike' 'views_split' 'views are too far apart for one level' 'separated' 'a group separates high from low answers, so a model has no estimate' 'not_testable' 'the comparison cannot be made'.
SAVE OUTFILE='priorities.sav'.

GET DATA /TYPE=TXT /FILE='profiles.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELIMITERS=","
  /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=
  rank F40.10
  rank_low F40.10
  rank_high F40.10
  band_low F40.10
  band_high F40.10
  organisation A16
  respondents F40.10
  readiness F40.10
  readiness_low F40.10
  readiness_high F40.10
  co_commission F40.10
  co_design F40.10
  co_deliver F40.10
  co_assess F40.10
  map_it F40.10
  focus_it F40.10
  people_it F40.10
  market_it F40.10
  grow_it F40.10
  d01 F40.10
  d02 F40.10
  d03 F40.10
  d04 F40.10
  d05 F40.10
  d06 F40.10
  d07 F40.10
  d08 F40.10
  d09 F40.10
  d10 F40.10
  d11 F40.10
  voice F40.10
  action F40.10
  now_cm F40.10
  now_de F40.10
  now_dl F40.10
  now_as F40.10
  readiness_types_equal F40.10
  rank_types_equal F40.10
  readiness_budget_weighted F40.10
  rank_budget_weighted F40.10
  worst_barriers A12
  weakest_co A14
  earliest_weak_step A10
  gap F40.10
  gap_low F40.10
  gap_high F40.10
  gap_n_staff F40.10
  gap_n_citizens F40.10
  growth_cm F40.10
  growth_cm_n_leaders F40.10
  growth_cm_n_others F40.10
  growth_de F40.10
  growth_de_n_leaders F40.10
  growth_de_n_others F40.10
  growth_dl F40.10
  growth_dl_n_leaders F40.10
  growth_dl_n_others F40.10
  growth_as F40.10
  growth_as_n_leaders F40.10
  growth_as_n_others F40.10
  n_commissioner F40.10
  n_provider F40.10
  n_third_sector F40.10
  n_citizen F40.10
  n_other F40.10
  withheld A839
  flags A1
  not_ranked_because A97.
VARIABLE LABELS
  rank 'Rank by readiness, 1 is the readiest; ties share the smallest place.'
  rank_low 'Best rank in the marginal confidence set.'
  rank_high 'Worst rank in the marginal confidence set.'
  band_low 'Best rank in the simultaneous confidence set.'
  band_high 'Worst rank in the simultaneous confidence set.'
  organisation 'The organisation.'
  respondents 'People who answered. (people)'
  readiness 'Overall readiness, every person counting the same. (points 0–100)'
  readiness_low 'Lower end of its interval. (points 0–100)'
  readiness_high 'Upper end of its interval. (points 0–100)'
  co_commission 'Readiness on Co-commission. (points 0–100)'
  co_design 'Readiness on Co-design. (points 0–100)'
  co_deliver 'Readiness on Co-deliver. (points 0–100)'
  co_assess 'Readiness on Co-assess. (points 0–100)'
  map_it 'Readiness on Map it!. (points 0–100)'
  focus_it 'Readiness on Focus it!. (points 0–100)'
  people_it 'Readiness on People it!. (points 0–100)'
  market_it 'Readiness on Market it!. (points 0–100)'
  grow_it 'Readiness on Grow it!. (points 0–100)'
  d01 'Readiness on “Unclear outcomes being sought”. (points 0–100)'
  d02 'Readiness on “Insufficient resources”. (points 0–100)'
  d03 'Readiness on “Unfavourable culture”. (points 0–100)'
  d04 'Readiness on “Poor processes”. (points 0–100)'
  d05 'Readiness on “Poor communication and inadequate data”. (points 0–100)'
  d06 'Readiness on “Evidence base and business case”. (points 0–100)'
  d07 'Readiness on “Citizen capabilities and time”. (points 0–100)'
  d08 'Readiness on “Professional/managerial/political ownership”. (points 0–100)'
  d09 'Readiness on “Inadequate leadership”. (points 0–100)'
  d10 'Readiness on “Short-termism”. (points 0–100)'
  d11 'Readiness on “Risk aversion”. (points 0–100)'
  voice 'Readiness on “Voice”. (points 0–100)'
  action 'Readiness on “Action”. (points 0–100)'
  now_cm 'Readiness on “Co-commission: how often now”. (points 0–100)'
  now_de 'Readiness on “Co-design: how often now”. (points 0–100)'
  now_dl 'Readiness on “Co-deliver: how often now”. (points 0–100)'
  now_as 'Readiness on “Co-assess: how often now”. (points 0–100)'
  readiness_types_equal 'Readiness when every roll-up counts the same. (points 0–100)'
  rank_types_equal 'Rank by readiness_types_equal.'
  readiness_budget_weighted 'Readiness with dimensions weighted by the budget answers; never sets the rank. (points 0–100)'
  rank_budget_weighted 'Rank by readiness_budget_weighted.'
  worst_barriers 'The three dimensions with the lowest readiness, worst first, with ties.'
  weakest_co 'The Co that is clearly below the others; none when none stands out.'
  earliest_weak_step 'The earliest Step that is clearly below the others, or none.'
  gap 'Them and us: staff minus citizens, overall readiness. (points)'
  gap_low 'Lower end of its interval. (points)'
  gap_high 'Upper end of its interval. (points)'
  gap_n_staff 'Staff behind the gap. (people)'
  gap_n_citizens 'Citizens behind the gap. (people)'
  growth_cm 'Growth gap: leaders'' rating minus the others'' of how often people do this together now. (points)'
  growth_cm_n_leaders 'Leaders behind it. (people)'
  growth_cm_n_others 'Others behind it. (people)'
  growth_de 'Growth gap: leaders'' rating minus the others'' of how often people do this together now. (points)'
  growth_de_n_leaders 'Leaders behind it. (people)'
  growth_de_n_others 'Others behind it. (people)'
  growth_dl 'Growth gap: leaders'' rating minus the others'' of how often people do this together now. (points)'
  growth_dl_n_leaders 'Leaders behind it. (people)'
  growth_dl_n_others 'Others behind it. (people)'
  growth_as 'Growth gap: leaders'' rating minus the others'' of how often people do this together now. (points)'
  growth_as_n_leaders 'Leaders behind it. (people)'
  growth_as_n_others 'Others behind it. (people)'
  n_commissioner 'People of the roll-up “Commissioners”. (people)'
  n_provider 'People of the roll-up “Providers”. (people)'
  n_third_sector 'People of the roll-up “Third sector”. (people)'
  n_citizen 'People of the roll-up “Citizens”. (people)'
  n_other 'People of the roll-up “Others”. (people)'
  withheld 'Numbers that are withheld, as measure:status, separated by spaces.'
  flags 'Cautions about this organisation, separated by semicolons.'
  not_ranked_because 'Why the organisation has no rank; empty when it has one.'.
SAVE OUTFILE='profiles.sav'.

GET DATA /TYPE=TXT /FILE='scores.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELIMITERS=","
  /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=
  level A23
  organisation A16
  group_by A16
  group A21
  weighting A20
  measure A14
  value F40.10
  low F40.10
  high F40.10
  sd F40.10
  n F40.10
  coverage F40.10
  dk_rate F40.10
  nfm_rate F40.10
  status A15
  withheld A86.
VARIABLE LABELS
  level 'What the group is.'
  organisation 'The organisation; empty for the cohort and for a type.'
  group_by 'The column that groups people; empty for the cohort and organisations.'
  group 'The group within that column.'
  weighting 'How members count.'
  measure 'The measure; its row in this codebook says how it is made.'
  value 'The score, higher is readier. (points 0–100)'
  low 'Lower end of the interval at the plan''s level. (points 0–100)'
  high 'Upper end of the interval at the plan''s level. (points 0–100)'
  sd 'Standard deviation over people (n − 1). (points)'
  n 'People with a score on the measure. (people)'
  coverage 'Share of the asked answers that were given. Like every share here it is withheld where it would tell of few answers. (share 0–1)'
  dk_rate 'Share of the asked answers that were “don''t know”. (share 0–1)'
  nfm_rate 'Share of the asked answers that were “not for me”. (share 0–1)'
  status 'Why there is a number or none.'
  withheld 'Numbers of a row with a value that are withheld all the same, as column:status, separated by spaces.'.
VALUE LABELS
  /level 'cohort' 'everybody who answered' 'organisation' 'one organisation' 'type' 'one group of people over all organisations' 'organisation_type_cell' 'one group of people within one organisation'
  /weighting 'respondents_equal' 'every person counts the same' 'types_equal' 'every roll-up of respondent types counts the same' 'organisations_equal' 'every organisation counts the same'
  /status 'ok' 'the number is published' 'suppressed' 'hidden, because too few people stand behind it or behind a number beside it' 'not_asked' 'not asked' 'too_few_answers' 'too few answers' 'too_few_people' 'too few people' 'no_variation' 'everybody answered alike' 'views_split' 'views are too far apart for one level' 'separated' 'a group separates high from low answers, so a model has no estimate' 'not_testable' 'the comparison cannot be made'.
SAVE OUTFILE='scores.sav'.

GET DATA /TYPE=TXT /FILE='weights.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELIMITERS=","
  /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=
  scheme A19
  dimension A4
  label A44
  weight F40.10
  weight_low F40.10
  weight_high F40.10
  crosswalk A6
  status A15
  used F40.10
  importance F40.10
  importance_linear F40.10.
VARIABLE LABELS
  scheme 'equal, manual, budget (a factor''s points are split over what it serves), budget_overlapping (shares overlap and are not summed), ahp, entropy, critic, pca or benefit_of_the_doubt (the mean of every organisation''s own weights).'
  dimension 'The dimension''s code.'
  label 'The dimension''s name.'
  weight 'The weight. (share 0–1)'
  weight_low 'Lower end of its interval. (share 0–1)'
  weight_high 'Upper end of its interval. (share 0–1)'
  crosswalk 'Version of the map from factors to dimensions; empty where none is used.'
  status 'Why there is a number or none.'
  used '1 for the scheme that the overall score uses, 0 for the others.'
  importance 'Measured importance: the share of the overall score''s variance over organisations that the dimension alone accounts for (correlation ratio); empty below eight organisations. A weight is a trade-off and not importance. (share 0–1)'
  importance_linear 'The squared linear correlation of dimension and overall score over organisations. (share 0–1)'.
VALUE LABELS
  /dimension 'd01' 'Unclear outcomes being sought' 'd02' 'Insufficient resources' 'd03' 'Unfavourable culture' 'd04' 'Poor processes' 'd05' 'Poor communication and inadequate data' 'd06' 'Evidence base and business case' 'd07' 'Citizen capabilities and time' 'd08' 'Professional/managerial/political ownership' 'd09' 'Inadequate leadership' 'd10' 'Short-termism' 'd11' 'Risk aversion'
  /status 'ok' 'the number is published' 'suppressed' 'hidden, because too few people stand behind it or behind a number beside it' 'not_asked' 'not asked' 'too_few_answers' 'too few answers' 'too_few_people' 'too few people' 'no_variation' 'everybody answered alike' 'views_split' 'views are too far apart for one level' 'separated' 'a group separates high from low answers, so a model has no estimate' 'not_testable' 'the comparison cannot be made'.
SAVE OUTFILE='weights.sav'.

GET DATA /TYPE=TXT /FILE='whose-weights.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELIMITERS=","
  /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=
  organisation A16
  judges F40.10
  share_first F40.10
  share_top_quarter F40.10
  budget_rank F40.10
  budget_rank_without_own F40.10
  peers F40.10
  share_first_peers F40.10
  share_top_quarter_peers F40.10
  next_above A16
  points_to_pass F40.10
  pass_to A4
  pass_from A4
  status A15.
VARIABLE LABELS
  organisation 'The organisation.'
  judges 'People whose allocation reaches a dimension. (people)'
  share_first 'Share of them under whose own weights the organisation is first; ties count in part. (share 0–1)'
  share_top_quarter 'Share of them under whose own weights it is in the top quarter. (share 0–1)'
  budget_rank 'Rank under the mean of the organisations'' allocations.'
  budget_rank_without_own 'Rank when its own people''s allocations are left out of the weights; empty where they are few.'
  peers 'Other organisations whose own mean allocation may be shown. (organisations)'
  share_first_peers 'Share of these under whose mean allocation, as weights, the organisation is first; ties count in part. (share 0–1)'
  share_top_quarter_peers 'Share of these under whose mean allocation it is in the top quarter. (share 0–1)'
  next_above 'The organisation next above it by budget_rank; empty for the first.'
  points_to_pass 'Fewest points, in steps of five, to move in the mean of the organisations'' allocations for it to pass next_above; empty where no move does. (points of 100)'
  pass_to 'The factor that would receive these points.'
  pass_from 'The factors that would give them, separated by spaces.'
  status 'Why there is a number or none.'.
VALUE LABELS
  /status 'ok' 'the number is published' 'suppressed' 'hidden, because too few people stand behind it or behind a number beside it' 'not_asked' 'not asked' 'too_few_answers' 'too few answers' 'too_few_people' 'too few people' 'no_variation' 'everybody answered alike' 'views_split' 'views are too far apart for one level' 'separated' 'a group separates high from low answers, so a model has no estimate' 'not_testable' 'the comparison cannot be made'.
SAVE OUTFILE='whose-weights.sav'.
