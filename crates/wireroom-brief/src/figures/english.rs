//! English tables of figures. Only words; every rule that reads them stands elsewhere.

use super::lexicon::Bound::{Below, Least, Most, Near};
use super::lexicon::Tables;

pub(super) static TABLES: Tables = Tables {
    decimal: '.',
    spaced_groups: false,
    numbers: &[
        ("zero", 0.0),
        ("one", 1.0),
        ("two", 2.0),
        ("three", 3.0),
        ("four", 4.0),
        ("five", 5.0),
        ("six", 6.0),
        ("seven", 7.0),
        ("eight", 8.0),
        ("nine", 9.0),
        ("ten", 10.0),
        ("eleven", 11.0),
        ("twelve", 12.0),
        ("thirteen", 13.0),
        ("fourteen", 14.0),
        ("fifteen", 15.0),
        ("sixteen", 16.0),
        ("seventeen", 17.0),
        ("eighteen", 18.0),
        ("nineteen", 19.0),
        ("twenty", 20.0),
        ("thirty", 30.0),
        ("forty", 40.0),
        ("fifty", 50.0),
        ("sixty", 60.0),
        ("seventy", 70.0),
        ("eighty", 80.0),
        ("ninety", 90.0),
    ],
    hundreds: "hundred",
    magnitudes: &[
        ("thousand", 1e3),
        ("lakh", 1e5),
        ("lakhs", 1e5),
        ("million", 1e6),
        ("crore", 1e7),
        ("crores", 1e7),
        ("billion", 1e9),
        ("trillion", 1e12),
    ],
    short: &[
        ("k", 1e3),
        ("m", 1e6),
        ("mn", 1e6),
        ("mln", 1e6),
        ("b", 1e9),
        ("bn", 1e9),
        ("bln", 1e9),
        ("tn", 1e12),
        ("trn", 1e12),
    ],
    dozens: &[("dozen", 12.0), ("score", 20.0)],
    vague: &[
        ("dozens", 24.0, 99.0),
        ("scores", 40.0, 99.0),
        ("hundreds", 100.0, 999.0),
        ("thousands", 1e3, 9_999.0),
        ("millions", 1e6, 9_999_999.0),
        ("billions", 1e9, 9_999_999_999.0),
    ],
    parts: &[
        ("half", 2.0),
        ("halves", 2.0),
        ("third", 3.0),
        ("thirds", 3.0),
        ("quarter", 4.0),
        ("quarters", 4.0),
        ("fifth", 5.0),
        ("fifths", 5.0),
        ("sixth", 6.0),
        ("sixths", 6.0),
        ("seventh", 7.0),
        ("sevenths", 7.0),
        ("eighth", 8.0),
        ("eighths", 8.0),
        ("tenth", 10.0),
        ("tenths", 10.0),
    ],
    halves: "half",
    articles: "a an one",
    joins: "and",
    ratios: &["in", "in every", "out of", "out of every"],
    hedges: &[
        ("at least", Least),
        ("no fewer than", Least),
        ("no less than", Least),
        ("not less than", Least),
        ("not fewer than", Least),
        ("more than", Least),
        ("greater than", Least),
        ("well over", Least),
        ("just over", Least),
        ("well above", Least),
        ("slightly over", Least),
        ("a little over", Least),
        ("slightly more than", Least),
        ("a little more than", Least),
        ("slightly above", Least),
        ("just above", Least),
        ("upwards of", Least),
        ("in excess of", Least),
        ("a minimum of", Least),
        ("over", Least),
        ("above", Least),
        ("past", Least),
        ("exceeding", Least),
        ("at most", Most),
        ("no more than", Most),
        ("not more than", Most),
        ("up to", Most),
        ("as many as", Most),
        ("as much as", Most),
        ("as high as", Most),
        ("as few as", Least),
        ("as little as", Least),
        ("a maximum of", Most),
        ("fewer than", Most),
        ("less than", Most),
        ("well under", Most),
        ("well below", Most),
        ("just under", Most),
        ("just below", Most),
        ("slightly under", Most),
        ("slightly below", Most),
        ("slightly less than", Most),
        ("a little under", Most),
        ("under", Most),
        ("below", Most),
        ("close to", Near),
        ("an estimated", Near),
        ("estimated", Near),
        ("an average of", Near),
        ("in the region of", Near),
        ("something like", Near),
        ("or so", Near),
        ("about", Near),
        ("around", Near),
        ("round about", Near),
        ("circa", Near),
        ("some", Near),
        ("roughly", Near),
        ("approximately", Near),
        ("nearly", Below),
        ("almost", Below),
        ("not quite", Below),
        ("barely", Below),
        ("scarcely", Below),
        ("hardly", Below),
    ],
    to: "to - – —",
    between: &[("between", "and")],
    from: "from",
    of: "of",
    labels: "section sections article articles no nos number numbers chapter page pages paragraph clause route road \
             highway motorway junction exit flight gate platform terminal unit line lane room ward district zone area \
             phase stage level tier category class type grade group pool part act scene season episode series volume \
             issue version model order rule regulation resolution decree law bill title schedule annex appendix \
             table figure chart kilometre kilometer mile post point block building flat apartment suite floor house \
             square sector precinct pier berth dock runway track channel station camp hall court \
             case file count size age aged grid lot stand bus tram train coach car carriage boat day week year \
             generation version vol fig art sec ch psalm verse formula bay door box seat row table hole lap heat",
    clocks: "am pm o'clock a.m p.m gmt bst cet est edt utc hrs noon midnight st nd rd th",
    at: "at until till by",
    against: "from to against versus than of at compared",
    stops: "the a an and or but nor so yet if of in on at by for with from to into onto over under after before about than \
            then as is are was were be been being am has have had do does did will would could should can may might \
            must shall not no never it its he she they them his her their our your my we you i this that these those \
            there here who whom which whose what when where while why how because although though since until till \
            per each every all both any some more less fewer most least other another such own same too very just only \
            also even still already now again once up down out off away back through across along around near between \
            among against during within without toward towards above below behind beyond despite except like unlike \
            upon via amid plus minus ago later earlier soon today yesterday tomorrow tonight yet however meanwhile \
            far long longer alone together apart instead rather quite almost nearly ahead times",
    thin: "of the its their his her our a an all these those in that this suspected new additional extra other more \
           confirmed",
    places: "in at near off around outside inside on across from over above to of",
    verbs: "is are was were be been has have had do did rose rise rises risen fell fall falls fallen grew grow grows grown \
            shrank shrunk climb climbs climbed drop drops dropped slid slide slides slip slips slipped jump jumps \
            jumped surge surges surged gain gains gained lose loses lost win wins won hit hits kill kills killed killing \
            die dies died dead injure injures injured injuring hurt wound wounded wounding miss missing left leave \
            leaves leaving held hold holds holding ran run runs running paid pay pays paying cost costs costing sold sell \
            sells selling bought buy buys buying made make makes making took take takes taken taking gave give gives \
            given giving got get gets getting went go goes gone going came come comes coming saw see sees seen set sets \
            put puts cut cuts shut shuts shot shoot shoots stood stand stands standing sat sit sits spent spend spends \
            sent send sends struck strike strikes strikes began begin begins begun brought bring brings broke break breaks \
            broken built build builds burnt caught catch drew draw draws drawn drove drive drives driven fed feed feeds \
            fought fight fights found find finds flew fly flies flown held kept keep keeps knew led lead leads lent meet \
            met meets ride sank sink sinks sunk shook sold spread swept swam threw throw throws thrown told tell tells \
            thought wore wrote write writes showed show shows shown said say says want wants need needs offer offers \
            face faces face expects expect forecast forecasts plan plans remain remains stay stays live lives work works \
            lie lies cover covers carry carries carrying stretch stretches measure measures weigh weighs last lasts \
            reach reaches total totals number numbers count counts counting earn earns employ employs own owns owe owes owing \
            own close closes opened open opens allow allows stranding involving strand burn burns rank bring employ \
            favours favour favors favor swallow swallowing claims claim accept accepts demand demands receive receives \
            ask asks",
    verb_endings: &["ed"],
    auxiliaries: "is are was were be been being has have had did do does will would can could may might must should",
    plurals: "people men women children police troops aircraft cattle sheep fish deer salmon staff personnel crew data media \
              species series headquarters mice feet teeth geese oxen offspring livestock poultry folk youth dead injured \
              wounded homeless unemployed spacecraft hovercraft helicopters percent",
    says: "said says say told tells added adds wrote writes reported reports announced announces estimated estimates \
           claimed claims warned warns stated states confirmed confirms believes believe reckons put puts spoke counts \
           counted expects expect forecast forecasts fears fear calculated calculates argued insisted noted explained \
           predicted predicts acknowledged revealed declared complained called recalled blames wants promised \
           recorded acknowledges",
    according: &["according to", "as per", "citing"],
    persons: "man woman boy girl child teenager pensioner driver student farmer mother father",
};
