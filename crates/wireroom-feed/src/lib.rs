//! wireroom-feed: see ARCHITECTURE.md.
