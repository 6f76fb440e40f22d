//! Serves the pages over a temporary house with a small fictional press, to look at them while working on templates
//! and style: `cargo run -p wireroom-server --example preview`, then open the address it prints.

#[path = "../tests/house/mod.rs"]
#[allow(clippy::indexing_slicing, reason = "the tests' house, written under the tests' rules")]
mod house;

use house::Fallible;

#[tokio::main]
async fn main() -> Fallible<()> {
    let house = house::house(None, true).await?;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("http://{}/", listener.local_addr()?);
    println!(
        "story {}, article {}, transcript {}",
        house.seeded.barrier, house.seeded.barrier_article, house.seeded.transcript
    );
    println!("in Arabic: story {}, article {}", house.seeded.arabic, house.seeded.arabic_article);
    axum::serve(listener, wireroom_server::router(house.state)).await?;
    Ok(())
}
