//! `wireroom doctor --starter`: asks every address of the starter list whether it is still a feed. What is not is left
//! out of the first page until it is asked again. It asks nothing else and changes no feed of the house.

use crate::config::Config;
use crate::house::{self, is_house, say};
use std::sync::Arc;
use tokio::task::JoinSet;
use wireroom_feed::Hints;
use wireroom_fetch::{Fetcher, Purpose, Request};
use wireroom_model::{Clock as _, When};
use wireroom_server::{STARTER_REPORT, Starter, StarterReport, starter_lists};

/// Addresses asked at a time.
const AT_ONCE: usize = 8;

/// What became of one address: how many entries it has, or why it is no feed.
type Answer = (&'static Starter, Result<usize, String>);

/// Asks them all and says how each fares. False where one is dead.
pub async fn run(config: &Config) -> Result<bool, String> {
    let fetcher = Arc::new(Fetcher::new(house::way_out_of(config)).map_err(say)?);
    let now = crate::clock::SystemClock.now();
    let mut waiting = starter_lists().into_iter().flat_map(|list| list.feeds.iter());
    let (mut asking, mut answers) = (JoinSet::new(), Vec::new());
    loop {
        while asking.len() < AT_ONCE
            && let Some(feed) = waiting.next()
        {
            let fetcher = Arc::clone(&fetcher);
            asking.spawn(async move { (feed, ask(&fetcher, feed, now).await) });
        }
        let Some(answer) = asking.join_next().await else { break };
        answers.push(answer.map_err(say)?);
    }
    let report = told(&answers)?;
    if is_house(&config.data) {
        report.write(&config.data).map_err(|error| format!("{STARTER_REPORT}: {error}"))?;
    }
    Ok(report.dead.is_empty())
}

async fn ask(fetcher: &Fetcher, feed: &Starter, now: When) -> Result<usize, String> {
    let request = Request::new(feed.address, Purpose::Feed).map_err(say)?.in_line();
    let fetched = fetcher.get(&request, now).await.map_err(say)?;
    let hints = Hints { content_type: fetched.content_type.as_deref(), ..Hints::default() };
    let read = wireroom_feed::parse(&fetched.body, &hints).map_err(say)?;
    if read.entries.is_empty() { Err("it has no entries".to_owned()) } else { Ok(read.entries.len()) }
}

/// Prints the answers and makes the report. Where nobody answered, the network is to blame and nobody is hidden.
fn told(answers: &[Answer]) -> Result<StarterReport, String> {
    if answers.iter().all(|(_, answer)| answer.is_err()) {
        return Err("not one address answered: this machine has no way out, or a proxy stands before it; nothing was hidden".to_owned());
    }
    let mut report = StarterReport::default();
    for (feed, answer) in answers {
        match answer {
            Ok(entries) => println!("well  {}: {entries} entries", feed.name),
            Err(why) => {
                println!("dead  {} ({}): {why}", feed.name, feed.address);
                report.dead.insert(feed.address.to_owned());
            }
        }
    }
    println!("{} of {} give a feed.", answers.len() - report.dead.len(), answers.len());
    Ok(report)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feeds() -> Vec<&'static Starter> {
        starter_lists().into_iter().flat_map(|list| list.feeds.iter()).collect()
    }

    #[test]
    fn the_dead_are_in_the_report_and_the_living_are_not() {
        let feeds = feeds();
        let answers: Vec<Answer> = feeds
            .iter()
            .enumerate()
            .map(|(at, feed)| (*feed, if at == 3 { Err("gone".into()) } else { Ok(9) }))
            .collect();
        let report = told(&answers).unwrap();
        assert_eq!(report.dead.into_iter().collect::<Vec<_>>(), [feeds[3].address]);
    }

    #[test]
    fn without_a_network_nobody_is_called_dead() {
        let answers: Vec<Answer> = feeds().into_iter().map(|feed| (feed, Err("no way".into()))).collect();
        assert!(told(&answers).unwrap_err().contains("nothing was hidden"));
    }
}
