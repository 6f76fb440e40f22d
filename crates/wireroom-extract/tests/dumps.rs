//! Plain-text dumps of pages that gather articles, in the layouts of their heads.

use wireroom_extract::dump;
use wireroom_model::Time;

const TEXT: &str = "The ferry of Aske sailed at dawn on Monday with forty cars and a school class that had waited since March.\n\n\
    Its engine was rebuilt in the yard at Lorn, where two of the three mechanics had worked on it as apprentices.";
const OTHER: &str = "Of the ninety hives along the sea dyke eleven were still alive on Sunday, the society of their keepers said.\n\n\
    The province will pay for new queens, but not for the honey that there will not be this year, nor the wax.";

#[test]
fn a_headline_may_stand_over_outlet_and_day() {
    let page = format!(
        "ROUND OF THE READING ROOM\n\nHome\nSign in\n\nFerry of Aske sails again\n\nLorn Ledger\n7 October 2024\n\n{TEXT}\n\n\
         Support our work with a small gift, so that this page stays free for all who read it.\n\nShare\n\n\n\
         Keepers count their bees\n\nNorthern Courier\n6 October 2024\n\n{OTHER}\n\n\nBack on the water\n\nAske Post\n7 October 2024\n\n{TEXT}\n\nCopyright 2024"
    );
    let rows = dump::extract(&page, Time::Unknown);
    assert_eq!(rows.len(), 2, "{rows:#?}");
    assert_eq!(
        (rows[0].title.as_deref(), rows[0].outlet.as_deref()),
        (Some("Ferry of Aske sails again"), Some("Lorn Ledger"))
    );
    assert_eq!((rows[0].body.as_str(), rows[0].repeats), (TEXT, 1));
    assert_eq!((rows[1].title.as_deref(), rows[1].body.as_str()), (Some("Keepers count their bees"), OTHER));
    assert!(rows.iter().all(|r| r.published.is_known()));
}

#[test]
fn a_section_between_the_age_and_the_outlet_is_neither_headline_nor_outlet() {
    let page = format!(
        "Lorn Ledger\n3 hours ago\n- Business\n- Lorn Ledger\nFerry of Aske sails again\n{TEXT}\n\n\
         Northern Courier\na day ago\n- Northern Courier\nKeepers count their bees\n{OTHER}\n"
    );
    let rows = dump::extract(&page, Time::Unknown);
    assert_eq!(rows.len(), 2, "{rows:#?}");
    assert_eq!(
        (rows[0].title.as_deref(), rows[0].outlet.as_deref()),
        (Some("Ferry of Aske sails again"), Some("Lorn Ledger"))
    );
    assert!(rows.iter().all(|r| r.published == Time::Unknown));
}

#[test]
fn a_day_under_a_sub_heading_is_no_head_of_another_article() {
    let page = format!(
        "How the ferry came back\n\n{TEXT}\n\nThe long winter in dock\n\nWhat the yard wrote\n3 March 2024\n\n{OTHER}\n\n{TEXT} And so it sailed."
    );
    assert_eq!(dump::extract(&page, Time::Unknown).len(), 1);
}
