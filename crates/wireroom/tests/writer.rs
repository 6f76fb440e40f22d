//! The page is never late: it reads what is stored, while the writer's server hangs and after it has answered.

#[path = "../../wireroom-pipeline/tests/house/mod.rs"]
#[allow(dead_code)] // the house and its rows alone are used of it here
mod house;
#[path = "../../wireroom-pipeline/tests/scribe/mod.rs"]
mod scribe;

use house::House;
use scribe::{Reply, Scribe, row};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, watch};
use wireroom::actions_of;
use wireroom_model::Clock;
use wireroom_pipeline::Options;
use wireroom_server::{Access, Parts, ServerState, router};

const BODY: &str = "The council of Tessing voted on Tuesday to close the old bridge for 12 weeks. About 4,000 people cross the \
bridge of Tessing on foot every day. Engineers found 38 cracks under the northern arch of the bridge in March. The repair will \
cost the town 2.4 million euros, the council said. Buses will take the longer way over the dam of Upper Tessing until the autumn.";

async fn get(address: SocketAddr, path: &str) -> String {
    send(address, &format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")).await
}

async fn post(address: SocketAddr, path: &str, form: &str) -> String {
    let kind = "application/x-www-form-urlencoded";
    let head =
        format!("POST {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Type: {kind}");
    send(address, &format!("{head}\r\nContent-Length: {}\r\n\r\n{form}", form.len())).await
}

async fn send(address: SocketAddr, request: &str) -> String {
    let mut socket = TcpStream::connect(address).await.unwrap();
    socket.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    socket.read_to_end(&mut answer).await.unwrap();
    String::from_utf8(answer).unwrap()
}

#[tokio::test]
async fn the_page_is_answered_while_the_writer_hangs_and_shows_its_words_once_they_are_checked() {
    let folder = tempfile::tempdir().unwrap();
    let (held, released) = (Arc::new(Notify::new()), Arc::new(AtomicBool::new(false)));
    let hand = Arc::clone(&held);
    let scribe = Scribe::open(move |asked| {
        let (n, text) = &asked.sentences[0];
        let lie = row("The bridge of Tessing was sold to Otto Brandhuber.", &[*n]);
        Reply::Held(Arc::clone(&hand), format!("{lie}\n{}", row(text, &[*n])))
    });
    let scribe = scribe.await;
    let settings = scribe.patient_settings("p");
    let house =
        House::open_with(folder.path(), Options { writer: Some(settings), ..Options::default() }).await;
    let owner = house.owner().await;
    house.import(vec![house::row(1, "north", "Tessing closes its old bridge", BODY)]).await;
    let clock: Arc<dyn Clock> = house.clock.clone();
    let parts = Parts {
        store: house.store.clone(),
        search: Arc::new(house.pipeline.search().clone()),
        clock,
        actions: actions_of(house.pipeline.clone()),
        options: wireroom_server::Options {
            base_url: None,
            access: Access::Open { user: owner },
            ..Default::default()
        },
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let site = router(ServerState::new(parts).unwrap());
    tokio::spawn(async move { axum::serve(listener, site).await });
    let (stop, stopped) = watch::channel(false);
    let working = house.pipeline.clone();
    let working = tokio::spawn(async move { working.run(stopped).await });
    // The writer has the question and says nothing.
    scribe.came.notified().await;
    let story = house.store.newest_stories(None, 1).await.unwrap()[0];
    let page = get(address, &format!("/story/{story}")).await;
    assert!(!released.load(Ordering::SeqCst), "the page came before the writer was let go");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("The council of Tessing voted"), "{page}");
    assert!(!page.contains("a machine’s sentence"));
    released.store(true, Ordering::SeqCst);
    held.notify_one();
    let card = house.store.brief(story, wireroom_store::Viewer::House).await.unwrap().unwrap().card;
    while house.store.writing(&card).await.unwrap().is_none() {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    let page = get(address, &format!("/story/{story}")).await;
    assert!(page.contains("a machine’s sentence") && page.contains("In the sources’ own words"), "{page}");
    assert!(!page.contains("Brandhuber"));
    let audit = get(address, "/audit").await;
    assert!(audit.contains("Brandhuber") && audit.contains("scribe-1"), "{audit}");
    // An answer: offered, asked for by a form, there once the writer is let go.
    let path = "/ask?q=How+many+cracks+were+found";
    let page = get(address, path).await;
    assert!(page.contains("38 cracks") && page.contains("Let the writer put it into words"), "{page}");
    let mark = page.split("name=\"csrf\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let form = format!("csrf={mark}&q=How+many+cracks+were+found");
    let done = post(address, "/ask/write", &form).await;
    assert!(done.starts_with("HTTP/1.1 303"), "{done}");
    scribe.came.notified().await;
    let page = get(address, path).await;
    assert!(!page.contains("a machine’s sentence") && page.contains("38 cracks"), "{page}");
    held.notify_one();
    let mut page = get(address, path).await;
    while !page.contains("In a machine’s words") {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        page = get(address, path).await;
    }
    assert!(
        page.contains("a machine’s sentence")
            && page.contains("In the sources’ own words")
            && !page.contains("Brandhuber")
    );
    stop.send(true).unwrap();
    working.await.unwrap();
}
