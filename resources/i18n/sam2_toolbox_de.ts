<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>sam2_toolbox</name>
  <message>
   <source>Segment everything (automatic masks)</source>
   <translation>Alles segmentieren (automatische Masken)</translation>
  </message>
  <message>
   <source>Segmentation</source>
   <translation>Segmentierung</translation>
  </message>
  <message>
   <source>Draws a polygon around every object in a raster with SAM 2.</source>
   <translation>Zeichnet mit SAM 2 um jedes Objekt eines Rasters ein Polygon.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Finds the objects in an aerial, drone or satellite image and draws a polygon around each: fields, roofs, crowns, ponds, cars. Nothing has to be named or drawn before. SAM 2 does not say what an object is, only where it ends. It runs on this computer; no image leaves it.&lt;/p&gt; &lt;p&gt;The raster is cut into tiles, and objects are joined again across them, so its size does not matter. Try a small &lt;b&gt;Extent&lt;/b&gt; first.&lt;/p&gt; &lt;h3&gt;Three settings to try first&lt;/h3&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;Too few or too large objects?&lt;/b&gt; Raise &lt;i&gt;Points per side&lt;/i&gt; to 48 or 64, or set a smaller &lt;i&gt;Tile size&lt;/i&gt; (advanced): each tile is enlarged for the model. Objects under 12 pixels are lost.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Doubtful objects, or missing ones?&lt;/b&gt; &lt;i&gt;Predicted IoU at least&lt;/i&gt; and &lt;i&gt;Stability at least&lt;/i&gt; decide what is kept. Higher: fewer and surer. Lower: more, with mistakes.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Whole fields or lakes in a fine image?&lt;/b&gt; Set a coarser &lt;i&gt;Resolution&lt;/i&gt; (advanced): the model sees more ground at once, and the run is faster.&lt;/li&gt; &lt;/ul&gt; &lt;h3&gt;The result&lt;/h3&gt; &lt;p&gt;Objects may overlap or lie inside each other, as a roof on a yard. Each has:&lt;/p&gt; &lt;ul&gt;{fields}&lt;/ul&gt; &lt;p&gt;The layer's metadata (Properties &amp;gt; Metadata) say which model and settings made it. A run that is cancelled keeps the objects found so far in its file, marked as not complete. Whatever ends a run early, &lt;i&gt;Continue an interrupted run&lt;/i&gt; (advanced) goes on from the last finished tile.&lt;/p&gt; &lt;p&gt;Hold the mouse over a setting for what it does and when to change it.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Findet die Objekte in einem Luft-, Drohnen- oder Satellitenbild und zeichnet um jedes ein Polygon: Felder, Dächer, Kronen, Teiche, Autos. Nichts muss vorher benannt oder gezeichnet werden. SAM 2 sagt nicht, was ein Objekt ist, nur, wo es endet. Es läuft auf diesem Rechner; kein Bild verlässt ihn.&lt;/p&gt; &lt;p&gt;Das Raster wird in Kacheln geschnitten, und Objekte werden über sie hinweg wieder verbunden; seine Größe spielt also keine Rolle. Zuerst eine kleine &lt;b&gt;Ausdehnung&lt;/b&gt; probieren.&lt;/p&gt; &lt;h3&gt;Drei Einstellungen für den Anfang&lt;/h3&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;Zu wenige oder zu große Objekte?&lt;/b&gt; &lt;i&gt;Punkte je Seite&lt;/i&gt; auf 48 oder 64 erhöhen oder eine kleinere &lt;i&gt;Kachelgröße&lt;/i&gt; (erweitert) wählen: jede Kachel wird für das Modell vergrößert. Objekte unter 12 Pixeln gehen verloren.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Zweifelhafte oder fehlende Objekte?&lt;/b&gt; &lt;i&gt;Vorhergesagte IoU mindestens&lt;/i&gt; und &lt;i&gt;Stabilität mindestens&lt;/i&gt; entscheiden, was bleibt. Höher: weniger und sicherere. Niedriger: mehr, mit Fehlern.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Ganze Felder oder Seen in einem feinen Bild?&lt;/b&gt; Eine gröbere &lt;i&gt;Auflösung&lt;/i&gt; (erweitert) wählen: das Modell sieht mehr Boden auf einmal, und der Lauf ist schneller.&lt;/li&gt; &lt;/ul&gt; &lt;h3&gt;Das Ergebnis&lt;/h3&gt; &lt;p&gt;Objekte dürfen sich überlappen oder ineinander liegen, wie ein Dach auf einem Hof. Jedes hat:&lt;/p&gt; &lt;ul&gt;{fields}&lt;/ul&gt; &lt;p&gt;Die Metadaten des Layers (Eigenschaften &amp;gt; Metadaten) sagen, welches Modell und welche Einstellungen ihn gemacht haben. Ein abgebrochener Lauf behält die bis dahin gefundenen Objekte in seiner Datei, als unvollständig markiert. Was einen Lauf auch vorzeitig beendet: &lt;i&gt;Einen unterbrochenen Lauf fortsetzen&lt;/i&gt; (erweitert) macht bei der letzten fertigen Kachel weiter.&lt;/p&gt; &lt;p&gt;Die Maus über eine Einstellung halten zeigt, was sie tut und wann man sie ändert.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Number of the object, unique in the run, from 1.</source>
   <translation>Nummer des Objekts, im Lauf eindeutig, ab 1.</translation>
  </message>
  <message>
   <source>The model's own estimate of how well the outline fits (predicted IoU, 0-1).</source>
   <translation>Wie gut der Umriss nach Schätzung des Modells passt (vorhergesagte IoU, 0-1).</translation>
  </message>
  <message>
   <source>How little the mask changes with its threshold (0-1).</source>
   <translation>Wie wenig sich die Maske mit ihrer Schwelle ändert (0-1).</translation>
  </message>
  <message>
   <source>Ellipsoidal area in square metres; empty without a CRS.</source>
   <translation>Ellipsoidische Fläche in Quadratmetern; leer ohne KBS.</translation>
  </message>
  <message>
   <source>Ellipsoidal length of all rings in metres; empty without a CRS.</source>
   <translation>Ellipsoidische Länge aller Ringe in Metern; leer ohne KBS.</translation>
  </message>
  <message>
   <source>Number of pixels of the grid the run worked on.</source>
   <translation>Anzahl der Pixel des Gitters, auf dem der Lauf gearbeitet hat.</translation>
  </message>
  <message>
   <source>The point that found the object, in map units.</source>
   <translation>Der Punkt, der das Objekt gefunden hat, in Karteneinheiten.</translation>
  </message>
  <message>
   <source>Number of the tile that saw most of the object, from 0.</source>
   <translation>Nummer der Kachel, die am meisten vom Objekt gesehen hat, ab 0.</translation>
  </message>
  <message>
   <source>Cut by the edge of the raster, the extent or the area of interest.</source>
   <translation>Vom Rand des Rasters, der Ausdehnung oder des Untersuchungsgebiets geschnitten.</translation>
  </message>
  <message>
   <source>Segment what a layer points at (prompts)</source>
   <translation>Segmentieren, worauf ein Layer zeigt (Prompts)</translation>
  </message>
  <message>
   <source>Draws the outline of each object that points, boxes, lines or polygons show, with SAM 2.</source>
   <translation>Zeichnet mit SAM 2 den Umriss jedes Objekts, das Punkte, Rechtecke, Linien oder Polygone zeigen.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Draws the outline of every object that a vector layer points at: detections, clicks, survey points, boxes, old sketches. SAM 2 does not search for objects here; it outlines those you show it, and every result keeps the attributes of what showed it. It runs on this computer; no image leaves it.&lt;/p&gt; &lt;h3&gt;What prompts how&lt;/h3&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;Points&lt;/b&gt; lie on the object. A single point may mean part, object or group: SAM 2 proposes three outlines and the best is kept. Two points on the same object say more; so does a box.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Boxes and polygons&lt;/b&gt; say where the object is and how large. Set &lt;i&gt;Polygons are&lt;/i&gt; to &lt;i&gt;mask&lt;/i&gt; if their shape is nearly right already.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Lines&lt;/b&gt; run along or across the object; two to eight points on them are used.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Label field&lt;/b&gt;: 1 lies on the object, 0 beside it. &lt;b&gt;Group field&lt;/b&gt;: features with the same value show one object together, such as a box, a point on it and a point beside it.&lt;/li&gt; &lt;/ul&gt; &lt;h3&gt;The result&lt;/h3&gt; &lt;p&gt;One feature for each object, in the order of the prompts, with all their attributes (of a group those of the first) and:&lt;/p&gt; &lt;ul&gt;{fields}&lt;/ul&gt; &lt;p&gt;Where the prompts have a field of the same name, the new one ends in _2. Prompts outside the raster or on pixels without data are listed in the log and left out.&lt;/p&gt; &lt;p&gt;Objects may lie anywhere and be of any size: each is looked at where it is seen whole, large ones in a coarser image. The layer may have any CRS. Only selected features are used if you say so.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Zeichnet den Umriss jedes Objekts, auf das ein Vektorlayer zeigt: Erkennungen, Klicks, Vermessungspunkte, Rechtecke, alte Skizzen. SAM 2 sucht hier keine Objekte; es umreißt die gezeigten, und jedes Ergebnis behält die Attribute dessen, was es gezeigt hat. Es läuft auf diesem Rechner; kein Bild verlässt ihn.&lt;/p&gt; &lt;h3&gt;Was wie zeigt&lt;/h3&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;Punkte&lt;/b&gt; liegen auf dem Objekt. Ein einzelner Punkt kann Teil, Objekt oder Gruppe meinen: SAM 2 schlägt drei Umrisse vor, und der beste bleibt. Zwei Punkte auf demselben Objekt sagen mehr; ein Rechteck auch.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Rechtecke und Polygone&lt;/b&gt; sagen, wo das Objekt ist und wie groß. &lt;i&gt;Polygone sind&lt;/i&gt; auf &lt;i&gt;mask&lt;/i&gt; setzen, wenn ihre Form schon fast stimmt.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Linien&lt;/b&gt; laufen am Objekt entlang oder darüber; zwei bis acht Punkte auf ihnen werden benutzt.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Labelfeld&lt;/b&gt;: 1 liegt auf dem Objekt, 0 daneben. &lt;b&gt;Gruppenfeld&lt;/b&gt;: Zeilen mit demselben Wert zeigen zusammen ein Objekt, etwa ein Rechteck, ein Punkt darauf und einer daneben.&lt;/li&gt; &lt;/ul&gt; &lt;h3&gt;Das Ergebnis&lt;/h3&gt; &lt;p&gt;Eine Zeile je Objekt, in der Reihenfolge der Prompts, mit allen ihren Attributen (bei einer Gruppe denen der ersten) und:&lt;/p&gt; &lt;ul&gt;{fields}&lt;/ul&gt; &lt;p&gt;Haben die Prompts ein Feld desselben Namens, endet das neue auf _2. Prompts außerhalb des Rasters oder auf Pixeln ohne Daten stehen im Protokoll und bleiben weg.&lt;/p&gt; &lt;p&gt;Objekte dürfen überall liegen und beliebig groß sein: jedes wird dort angesehen, wo es ganz zu sehen ist, große in einem gröberen Bild. Der Layer darf jedes KBS haben. Auf Wunsch zählen nur gewählte Zeilen.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Which of the model's answers this is: 1 to 3 for a single point (part, object or group), which may mean any of them; 0 for all other prompts, to which the model gives one answer.</source>
   <translation>Welche Antwort des Modells dies ist: 1 bis 3 für einen einzelnen Punkt (Teil, Objekt oder Gruppe), der jedes davon meinen kann; 0 für alle anderen Prompts, auf die das Modell eine Antwort gibt.</translation>
  </message>
  <message>
   <source>How many pixels of the raster one pixel of the outline is wide: 1 for most objects, 2, 4, ... for those too large to be seen at once otherwise.</source>
   <translation>Wie viele Pixel des Rasters ein Pixel des Umrisses breit ist: 1 für die meisten Objekte, 2, 4, ... für solche, die sonst zu groß wären, um auf einmal gesehen zu werden.</translation>
  </message>
  <message>
   <source>Bring old polygons up to date (refine)</source>
   <translation>Alte Polygone auf den neuen Stand bringen</translation>
  </message>
  <message>
   <source>Draws old polygons again on a new image with SAM 2, and says what is the same, changed or gone.</source>
   <translation>Zeichnet alte Polygone mit SAM 2 auf einem neuen Bild noch einmal und sagt, was gleich, verändert oder verschwunden ist.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Draws known objects again on a newer or better image: footprints, fields, crowns, ponds. Each old polygon tells SAM 2 where to look and what shape to expect; the outline follows the new image, and each object is classed as same, changed or gone. It runs on this computer; no image leaves it.&lt;/p&gt; &lt;p&gt;It does not find objects that are new: run &lt;i&gt;Segment everything&lt;/i&gt; for those. Old outlines that lie beside their objects by more than a third of their size are better moved first.&lt;/p&gt; &lt;h3&gt;The result&lt;/h3&gt; &lt;p&gt;One feature for each polygon, in their order, with all their attributes and:&lt;/p&gt; &lt;ul&gt;{fields}&lt;/ul&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;same&lt;/b&gt;: old and new outline share at least &lt;i&gt;Same from IoU&lt;/i&gt;.&lt;/li&gt; &lt;li&gt;&lt;b&gt;changed&lt;/b&gt;: they share less; look at &lt;b&gt;iou_old&lt;/b&gt; and &lt;b&gt;shift_m&lt;/b&gt; for how much.&lt;/li&gt; &lt;li&gt;&lt;b&gt;gone&lt;/b&gt;: they share hardly anything (&lt;i&gt;Gone below IoU&lt;/i&gt;), or the model does not believe in what it sees (&lt;i&gt;Gone below score&lt;/i&gt;). The feature keeps its &lt;b&gt;old&lt;/b&gt; geometry, for you to judge.&lt;/li&gt; &lt;/ul&gt; &lt;p&gt;Where the polygons have a field of the same name, the new one ends in _2. Polygons outside the raster or on pixels without data are listed in the log and left out; of those across its edge the part inside is compared. The limits fit sharp images: look at a few results of each class and move them.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Zeichnet bekannte Objekte auf einem neueren oder besseren Bild noch einmal: Grundrisse, Felder, Kronen, Teiche. Jedes alte Polygon sagt SAM 2, wo es hinsehen und welche Form es erwarten soll; der Umriss folgt dem neuen Bild, und jedes Objekt ist danach gleich, verändert oder verschwunden. Es läuft auf diesem Rechner; kein Bild verlässt ihn.&lt;/p&gt; &lt;p&gt;Neue Objekte findet es nicht: dafür &lt;i&gt;Alles segmentieren&lt;/i&gt;. Alte Umrisse, die um mehr als ein Drittel ihrer Größe neben ihren Objekten liegen, verschiebt man besser vorher.&lt;/p&gt; &lt;h3&gt;Das Ergebnis&lt;/h3&gt; &lt;p&gt;Eine Zeile je Polygon, in ihrer Reihenfolge, mit allen Attributen und:&lt;/p&gt; &lt;ul&gt;{fields}&lt;/ul&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;same&lt;/b&gt; (gleich): alter und neuer Umriss teilen mindestens &lt;i&gt;Gleich ab IoU&lt;/i&gt;.&lt;/li&gt; &lt;li&gt;&lt;b&gt;changed&lt;/b&gt; (verändert): sie teilen weniger; wie viel, sagen &lt;b&gt;iou_old&lt;/b&gt; und &lt;b&gt;shift_m&lt;/b&gt;.&lt;/li&gt; &lt;li&gt;&lt;b&gt;gone&lt;/b&gt; (verschwunden): sie teilen kaum etwas (&lt;i&gt;Verschwunden unter IoU&lt;/i&gt;), oder das Modell glaubt nicht an das, was es sieht (&lt;i&gt;Verschwunden unter Score&lt;/i&gt;). Die Zeile behält ihre &lt;b&gt;alte&lt;/b&gt; Geometrie, zum Beurteilen.&lt;/li&gt; &lt;/ul&gt; &lt;p&gt;Haben die Polygone ein Feld desselben Namens, endet das neue auf _2. Polygone außerhalb des Rasters oder auf Pixeln ohne Daten stehen im Protokoll und bleiben weg; von denen über seinen Rand wird der innere Teil verglichen. Die Grenzen passen zu scharfen Bildern: ein paar Ergebnisse jeder Klasse ansehen und sie verschieben.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>same, changed or gone, by the three limits of the run.</source>
   <translation>same, changed oder gone (gleich, verändert, verschwunden), nach den drei Grenzen des Laufs.</translation>
  </message>
  <message>
   <source>Area shared by old and new outline over the area of both (IoU, 0-1).</source>
   <translation>Gemeinsame Fläche von altem und neuem Umriss durch die Fläche beider (IoU, 0-1).</translation>
  </message>
  <message>
   <source>How far the centroid has moved, in metres on the ellipsoid; empty for what is gone and without a CRS.</source>
   <translation>Wie weit der Schwerpunkt gewandert ist, in Metern auf dem Ellipsoid; leer für Verschwundenes und ohne KBS.</translation>
  </message>
  <message>
   <source>Prepare a raster for clicks (encode)</source>
   <translation>Ein Raster für Klicks vorbereiten (encode)</translation>
  </message>
  <message>
   <source>Lets SAM 2 look at a raster ahead, so that clicks on it are answered at once.</source>
   <translation>Lässt SAM 2 ein Raster im Voraus ansehen, damit Klicks darauf sofort beantwortet werden.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Before SAM 2 can answer a click it has to look at the ground around it, which takes from a part of a second to twenty, by model and computer. This does the looking ahead, for a whole raster or an extent: afterwards every click on the map is answered at once, also after QGIS was closed.&lt;/p&gt; &lt;h3&gt;What it takes&lt;/h3&gt; &lt;p&gt;2 MB on the disk for each window of 512 x 512 pixels with the bundled model, 17 MB for each of 1024 x 1024 with Meta's. If that is more than there is room for, nothing is done, and the message says how much room would do. What was not used for longest makes room for what is new.&lt;/p&gt; &lt;p&gt;A run that is cancelled keeps what it has done, and a second run does only the rest. What is kept belongs to the raster as it is now, to its bands and stretch and to the model: choose the same ones when you click.&lt;/p&gt; &lt;h3&gt;The result&lt;/h3&gt; &lt;p&gt;There is no layer. COUNT is the number of windows, ALREADY_THERE how many of them were there before, SIZE_MB what all of them take.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Bevor SAM 2 einen Klick beantworten kann, muss es den Boden ringsum ansehen; das dauert, je nach Modell und Rechner, einen Teil einer Sekunde bis zwanzig. Hier sieht es voraus, für ein ganzes Raster oder eine Ausdehnung: danach wird jeder Klick auf die Karte sofort beantwortet, auch nachdem QGIS geschlossen war.&lt;/p&gt; &lt;h3&gt;Was es braucht&lt;/h3&gt; &lt;p&gt;2 MB auf der Platte je Fenster von 512 x 512 Pixeln mit dem mitgelieferten Modell, 17 MB je Fenster von 1024 x 1024 mit denen von Meta. Ist das mehr, als Platz da ist, geschieht nichts, und die Meldung sagt, wie viel Platz reichen würde. Was am längsten nicht benutzt wurde, macht Neuem Platz.&lt;/p&gt; &lt;p&gt;Ein abgebrochener Lauf behält, was er geschafft hat, und ein zweiter macht nur den Rest. Was behalten wird, gehört zum Raster, wie es jetzt ist, zu seinen Kanälen und seiner Streckung und zum Modell: beim Klicken dieselben wählen.&lt;/p&gt; &lt;h3&gt;Das Ergebnis&lt;/h3&gt; &lt;p&gt;Es gibt keinen Layer. COUNT ist die Anzahl der Fenster, ALREADY_THERE, wie viele davon schon da waren, SIZE_MB, was alle brauchen.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Number of windows</source>
   <translation>Anzahl der Fenster</translation>
  </message>
  <message>
   <source>Windows that were there before</source>
   <translation>Fenster, die schon da waren</translation>
  </message>
  <message>
   <source>Size of all windows [MB]</source>
   <translation>Größe aller Fenster [MB]</translation>
  </message>
  <message>
   <source>Export masks to NPZ</source>
   <translation>Masken nach NPZ exportieren</translation>
  </message>
  <message>
   <source>Formats</source>
   <translation>Formate</translation>
  </message>
  <message>
   <source>Writes the polygons of a layer as masks on a raster's pixels, for NumPy.</source>
   <translation>Schreibt die Polygone eines Layers als Masken auf den Pixeln eines Rasters, für NumPy.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Writes polygons of any origin as masks, for viewers, trackers and training code that read NumPy archives (&lt;i&gt;numpy.load&lt;/i&gt;, without pickles). &lt;i&gt;Import masks from NPZ&lt;/i&gt; brings them back to the same place; polygons along pixel edges come back exactly.&lt;/p&gt; &lt;p&gt;The file holds &lt;b&gt;masks&lt;/b&gt;, &lt;b&gt;centroids&lt;/b&gt; (x, y in pixels), &lt;b&gt;object_ids&lt;/b&gt;, &lt;b&gt;scores&lt;/b&gt; if asked for, and &lt;b&gt;metadata&lt;/b&gt;: JSON with transform and CRS.&lt;/p&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;stack&lt;/b&gt;: a mask of the whole raster for every object. Large rasters and many objects make it enormous; above the size limit nothing is written, and the layouts that fit are named.&lt;/li&gt; &lt;li&gt;&lt;b&gt;labels&lt;/b&gt;: one array with the number of the object, or of its class, at every pixel.&lt;/li&gt; &lt;li&gt;&lt;b&gt;tiles&lt;/b&gt;: a stack for every tile that has objects.&lt;/li&gt; &lt;/ul&gt; &lt;p&gt;A pixel belongs to an object when its centre does.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Schreibt Polygone jeder Herkunft als Masken, für Betrachter, Tracker und Trainingsprogramme, die NumPy-Archive lesen (&lt;i&gt;numpy.load&lt;/i&gt;, ohne Pickle). &lt;i&gt;Masken aus NPZ importieren&lt;/i&gt; bringt sie an denselben Ort zurück; Polygone an den Pixelkanten kommen genau so wieder.&lt;/p&gt; &lt;p&gt;Die Datei enthält &lt;b&gt;masks&lt;/b&gt;, &lt;b&gt;centroids&lt;/b&gt; (x, y in Pixeln), &lt;b&gt;object_ids&lt;/b&gt;, auf Wunsch &lt;b&gt;scores&lt;/b&gt; und &lt;b&gt;metadata&lt;/b&gt;: JSON mit Transformation und KBS.&lt;/p&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;stack&lt;/b&gt;: für jedes Objekt eine Maske des ganzen Rasters. Große Raster und viele Objekte machen das riesig; über der Größengrenze wird nichts geschrieben, und die passenden Anordnungen werden genannt.&lt;/li&gt; &lt;li&gt;&lt;b&gt;labels&lt;/b&gt;: ein Feld mit der Nummer des Objekts oder seiner Klasse an jedem Pixel.&lt;/li&gt; &lt;li&gt;&lt;b&gt;tiles&lt;/b&gt;: ein Stapel für jede Kachel mit Objekten.&lt;/li&gt; &lt;/ul&gt; &lt;p&gt;Ein Pixel gehört zu einem Objekt, wenn seine Mitte darin liegt.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Import masks from NPZ</source>
   <translation>Masken aus NPZ importieren</translation>
  </message>
  <message>
   <source>Draws the masks of a NumPy archive as polygons, where they belong.</source>
   <translation>Zeichnet die Masken eines NumPy-Archivs als Polygone, dort, wo sie hingehören.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Reads an array named &lt;b&gt;masks&lt;/b&gt;: N masks of 0 and 1 (N, height, width), or one array of labels (height, width), and draws a polygon along the pixel edges of each. &lt;b&gt;object_ids&lt;/b&gt; and &lt;b&gt;scores&lt;/b&gt; become attributes.&lt;/p&gt; &lt;p&gt;Files written by &lt;i&gt;Export masks to NPZ&lt;/i&gt; know their place. For others give the raster the masks were made from; without it they come in pixels.&lt;/p&gt; &lt;p&gt;Files with pickled Python objects are refused: reading them would run a program.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Liest ein Feld namens &lt;b&gt;masks&lt;/b&gt;: N Masken aus 0 und 1 (N, Höhe, Breite) oder ein Feld von Labels (Höhe, Breite), und zeichnet von jeder ein Polygon an den Pixelkanten. &lt;b&gt;object_ids&lt;/b&gt; und &lt;b&gt;scores&lt;/b&gt; werden Attribute.&lt;/p&gt; &lt;p&gt;Mit &lt;i&gt;Masken nach NPZ exportieren&lt;/i&gt; geschriebene Dateien wissen, wo sie liegen. Für andere das Raster angeben, aus dem die Masken gemacht wurden; ohne es kommen sie in Pixeln.&lt;/p&gt; &lt;p&gt;Dateien mit Python-Objekten als Pickle werden abgelehnt: sie zu lesen hieße, ein Programm auszuführen.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Export to COCO</source>
   <translation>Nach COCO exportieren</translation>
  </message>
  <message>
   <source>Writes the polygons of a layer as COCO or SA-Co annotations.</source>
   <translation>Schreibt die Polygone eines Layers als COCO- oder SA-Co-Annotationen.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Writes polygons of any origin as annotations, for training and evaluation with tools that read COCO (pycocotools, Detectron2, MMDetection, ...) or SAM 3's SA-Co.&lt;/p&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;instances&lt;/b&gt;: one image, or one for each tile, with annotations and the categories of a field.&lt;/li&gt; &lt;li&gt;&lt;b&gt;results&lt;/b&gt;: the list with scores that COCO's evaluation compares with instances.&lt;/li&gt; &lt;li&gt;&lt;b&gt;saco&lt;/b&gt;: every class is asked of every image as a phrase; images without an object of a class stay in the file as negatives.&lt;/li&gt; &lt;/ul&gt; &lt;p&gt;With &lt;i&gt;Cut into tiles&lt;/i&gt; the pixels of every tile are written beside the file, so that file and tiles together are a data set.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Schreibt Polygone jeder Herkunft als Annotationen, zum Trainieren und Bewerten mit Programmen, die COCO lesen (pycocotools, Detectron2, MMDetection, ...) oder SA-Co von SAM 3.&lt;/p&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;instances&lt;/b&gt;: ein Bild, oder eines je Kachel, mit Annotationen und den Kategorien eines Felds.&lt;/li&gt; &lt;li&gt;&lt;b&gt;results&lt;/b&gt;: die Liste mit Scores, die COCOs Bewertung mit instances vergleicht.&lt;/li&gt; &lt;li&gt;&lt;b&gt;saco&lt;/b&gt;: nach jeder Klasse wird bei jedem Bild als Wortgruppe gefragt; Bilder ohne ein Objekt einer Klasse bleiben als Gegenbeispiele in der Datei.&lt;/li&gt; &lt;/ul&gt; &lt;p&gt;Mit &lt;i&gt;In Kacheln schneiden&lt;/i&gt; werden die Pixel jeder Kachel neben die Datei geschrieben, sodass Datei und Kacheln zusammen ein Datensatz sind.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Import from COCO</source>
   <translation>Aus COCO importieren</translation>
  </message>
  <message>
   <source>Draws the annotations of a COCO or SA-Co file as polygons, where they belong.</source>
   <translation>Zeichnet die Annotationen einer COCO- oder SA-Co-Datei als Polygone, dort, wo sie hingehören.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Reads instances, lists of results and SA-Co. Run lengths become polygons along pixel edges; polygons stay as they are; an annotation that has only a box becomes a rectangle.&lt;/p&gt; &lt;p&gt;Files written by &lt;i&gt;Export to COCO&lt;/i&gt; know where their images lie. For others give the raster the image was made from; without it the objects come in pixels.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Liest Instanzen, Listen von Ergebnissen und SA-Co. Lauflängen werden zu Polygonen an den Pixelkanten; Polygone bleiben, wie sie sind; eine Annotation mit nur einem Rechteck wird zum Rechteck.&lt;/p&gt; &lt;p&gt;Mit &lt;i&gt;Nach COCO exportieren&lt;/i&gt; geschriebene Dateien wissen, wo ihre Bilder liegen. Für andere das Raster angeben, aus dem das Bild gemacht wurde; ohne es kommen die Objekte in Pixeln.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Export flat masks to Parquet</source>
   <translation>Flache Masken nach Parquet exportieren</translation>
  </message>
  <message>
   <source>Writes the polygons of a layer as a table of masks, for pandas, Arrow and DuckDB.</source>
   <translation>Schreibt die Polygone eines Layers als Tabelle von Masken, für pandas, Arrow und DuckDB.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Writes a Parquet table with a row for every object, for pipelines that pass masks as flat arrays: &lt;b&gt;mask&lt;/b&gt; (a list of 0 and 1, row after row of the raster's pixels), &lt;b&gt;width&lt;/b&gt;, &lt;b&gt;height&lt;/b&gt;, &lt;b&gt;object_id&lt;/b&gt; and, if asked for, &lt;b&gt;score&lt;/b&gt;. In Python: &lt;i&gt;numpy.reshape(row.mask, (row.height, row.width))&lt;/i&gt;.&lt;/p&gt; &lt;p&gt;The file knows its place: &lt;i&gt;Import flat masks from Parquet&lt;/i&gt; brings the objects back to it.&lt;/p&gt; &lt;p&gt;Every mask is as large as the raster; for large rasters choose COCO, or NPZ with the layout labels or tiles. Parquet needs the package pyarrow in the Python that runs SAM 2.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Schreibt eine Parquet-Tabelle mit einer Zeile je Objekt, für Abläufe, die Masken als flache Felder weitergeben: &lt;b&gt;mask&lt;/b&gt; (eine Liste aus 0 und 1, Pixelzeile nach Pixelzeile des Rasters), &lt;b&gt;width&lt;/b&gt;, &lt;b&gt;height&lt;/b&gt;, &lt;b&gt;object_id&lt;/b&gt; und auf Wunsch &lt;b&gt;score&lt;/b&gt;. In Python: &lt;i&gt;numpy.reshape(row.mask, (row.height, row.width))&lt;/i&gt;.&lt;/p&gt; &lt;p&gt;Die Datei weiß, wo sie liegt: &lt;i&gt;Flache Masken aus Parquet importieren&lt;/i&gt; bringt die Objekte dorthin zurück.&lt;/p&gt; &lt;p&gt;Jede Maske ist so groß wie das Raster; bei großen Rastern besser COCO oder NPZ mit der Anordnung labels oder tiles wählen. Parquet braucht das Paket pyarrow in dem Python, in dem SAM 2 läuft.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Import flat masks from Parquet</source>
   <translation>Flache Masken aus Parquet importieren</translation>
  </message>
  <message>
   <source>Draws the masks of a Parquet table as polygons, where they belong.</source>
   <translation>Zeichnet die Masken einer Parquet-Tabelle als Polygone, dort, wo sie hingehören.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Reads a table with the columns &lt;b&gt;mask&lt;/b&gt; (a list of 0 and 1, row after row of pixels), &lt;b&gt;width&lt;/b&gt; and &lt;b&gt;height&lt;/b&gt;, and draws a polygon along the pixel edges of each. &lt;b&gt;object_id&lt;/b&gt; and &lt;b&gt;score&lt;/b&gt; become attributes.&lt;/p&gt; &lt;p&gt;Files written by &lt;i&gt;Export flat masks to Parquet&lt;/i&gt; know their place. For others give the raster the masks were made from; without it they come in pixels.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Liest eine Tabelle mit den Spalten &lt;b&gt;mask&lt;/b&gt; (eine Liste aus 0 und 1, Pixelzeile nach Pixelzeile), &lt;b&gt;width&lt;/b&gt; und &lt;b&gt;height&lt;/b&gt; und zeichnet von jeder Maske ein Polygon an den Pixelkanten. &lt;b&gt;object_id&lt;/b&gt; und &lt;b&gt;score&lt;/b&gt; werden Attribute.&lt;/p&gt; &lt;p&gt;Mit &lt;i&gt;Flache Masken nach Parquet exportieren&lt;/i&gt; geschriebene Dateien wissen, wo sie liegen. Für andere das Raster angeben, aus dem die Masken gemacht wurden; ohne es kommen sie in Pixeln.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Export to mask raster</source>
   <translation>Als Maskenraster exportieren</translation>
  </message>
  <message>
   <source>Writes the polygons of a layer as a GeoTIFF of object or class numbers.</source>
   <translation>Schreibt die Polygone eines Layers als GeoTIFF aus Objekt- oder Klassennummern.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Writes a GeoTIFF on the pixels of a reference raster whose values are the numbers of objects or of their classes, 0 where there is nothing. It is tiled, compressed, has overviews, and is as narrow as the numbers allow (8, 16 or 32 bit).&lt;/p&gt; &lt;p&gt;Where objects overlap, the smaller one, the larger one or the one with the higher score shows. The names of numbered classes stand in the band's metadata.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Schreibt auf den Pixeln eines Referenzrasters ein GeoTIFF, dessen Werte die Nummern der Objekte oder ihrer Klassen sind, 0, wo nichts ist. Es ist gekachelt, komprimiert, hat Übersichten und ist so schmal, wie die Nummern erlauben (8, 16 oder 32 Bit).&lt;/p&gt; &lt;p&gt;Wo Objekte sich überlappen, ist das kleinere, das größere oder das mit dem höheren Score zu sehen. Die Namen nummerierter Klassen stehen in den Metadaten des Kanals.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Evaluate objects against a reference</source>
   <translation>Objekte an einer Referenz messen</translation>
  </message>
  <message>
   <source>Evaluation</source>
   <translation>Bewertung</translation>
  </message>
  <message>
   <source>Says how many objects were found, how well they fit, and which were missed, split or merged.</source>
   <translation>Sagt, wie viele Objekte gefunden wurden, wie gut sie passen und welche fehlen, geteilt oder verschmolzen sind.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Matches the objects of two layers one to one so that as many pairs as possible overlap by an IoU of 0.5, and counts. The layers may be in different CRSs.&lt;/p&gt; &lt;p&gt;&lt;b&gt;Objects by outcome&lt;/b&gt; holds both layers' objects: matched, missed (nothing answers for it), false (it answers for nothing), split (one object found in pieces) or merged (several run together).&lt;/p&gt; &lt;p&gt;The &lt;b&gt;report&lt;/b&gt; is a web page of its own with a picture, a histogram and all numbers: precision, recall and F1 at several IoUs, COCO's average precision, panoptic quality, and how far the outlines of matched objects lie apart in metres.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Ordnet die Objekte zweier Layer eins zu eins einander zu, sodass möglichst viele Paare sich mit einer IoU von 0,5 überlappen, und zählt. Die Layer dürfen verschiedene KBS haben.&lt;/p&gt; &lt;p&gt;&lt;b&gt;Objekte nach Ausgang&lt;/b&gt; enthält die Objekte beider Layer: getroffen, verpasst (nichts entspricht ihm), falsch (es entspricht nichts), geteilt (ein Objekt in Stücken gefunden) oder verschmolzen (mehrere ineinander gelaufen).&lt;/p&gt; &lt;p&gt;Der &lt;b&gt;Bericht&lt;/b&gt; ist eine eigene Webseite mit einem Bild, einem Histogramm und allen Zahlen: Genauigkeit (Precision), Trefferquote (Recall) und F1 bei mehreren IoU, die mittlere Genauigkeit nach COCO, die panoptische Qualität und wie weit die Umrisse der Treffer auseinander liegen, in Metern.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Precision at IoU 0.5</source>
   <translation>Genauigkeit (Precision) bei IoU 0,5</translation>
  </message>
  <message>
   <source>Recall at IoU 0.5</source>
   <translation>Trefferquote (Recall) bei IoU 0,5</translation>
  </message>
  <message>
   <source>F1 at IoU 0.5</source>
   <translation>F1 bei IoU 0,5</translation>
  </message>
  <message>
   <source>Average precision (COCO)</source>
   <translation>Mittlere Genauigkeit (AP nach COCO)</translation>
  </message>
  <message>
   <source>Panoptic quality</source>
   <translation>Panoptische Qualität</translation>
  </message>
  <message>
   <source>Mean IoU of matches</source>
   <translation>Mittlere IoU der Treffer</translation>
  </message>
  <message>
   <source>Overlapping objects</source>
   <translation>Überlappende Objekte</translation>
  </message>
  <message>
   <source>Objects</source>
   <translation>Objekte</translation>
  </message>
  <message>
   <source>Lists the pairs of objects that overlap, with the shared area and its shares.</source>
   <translation>Listet die Paare von Objekten auf, die sich überlappen, mit der gemeinsamen Fläche und ihren Anteilen.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Finds every pair of objects that share area, nested ones too, and draws the shared area with the numbers of both objects, its size in square metres, its share of each, and the IoU.&lt;/p&gt; &lt;p&gt;A share of 1 says that an object lies inside the other; two shares near 1, that they are duplicates.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Findet jedes Paar von Objekten mit gemeinsamer Fläche, auch ineinander liegende, und zeichnet diese mit den Nummern beider Objekte, ihrer Größe in Quadratmetern, ihrem Anteil an jedem und der IoU.&lt;/p&gt; &lt;p&gt;Ein Anteil von 1 sagt, dass ein Objekt im anderen liegt; zwei Anteile nahe 1, dass sie doppelt sind.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Object statistics</source>
   <translation>Objektstatistik</translation>
  </message>
  <message>
   <source>Adds what the pixels under every object say: mean, range and spread of every band.</source>
   <translation>Fügt hinzu, was die Pixel unter jedem Objekt sagen: Mittel, Spanne und Streuung jedes Kanals.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Keeps the objects with all their attributes and adds &lt;b&gt;covered&lt;/b&gt; (share of the object's pixels that hold data), &lt;b&gt;centre_x&lt;/b&gt; and &lt;b&gt;centre_y&lt;/b&gt; (its centroid), and &lt;b&gt;b1_mean&lt;/b&gt;, &lt;b&gt;b1_min&lt;/b&gt;, &lt;b&gt;b1_max&lt;/b&gt;, &lt;b&gt;b1_std&lt;/b&gt; and so on for every band of the raster.&lt;/p&gt; &lt;p&gt;A pixel belongs to an object when its centre does; pixels without data do not count.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Behält die Objekte mit allen Attributen und fügt hinzu: &lt;b&gt;covered&lt;/b&gt; (Anteil der Pixel des Objekts, die Daten haben), &lt;b&gt;centre_x&lt;/b&gt; und &lt;b&gt;centre_y&lt;/b&gt; (sein Schwerpunkt) sowie &lt;b&gt;b1_mean&lt;/b&gt;, &lt;b&gt;b1_min&lt;/b&gt;, &lt;b&gt;b1_max&lt;/b&gt;, &lt;b&gt;b1_std&lt;/b&gt; und so weiter für jeden Kanal des Rasters.&lt;/p&gt; &lt;p&gt;Ein Pixel gehört zu einem Objekt, wenn seine Mitte darin liegt; Pixel ohne Daten zählen nicht.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Extract objects from a raster</source>
   <translation>Objekte aus einem Raster ausschneiden</translation>
  </message>
  <message>
   <source>Cuts a raster to every object: a GeoTIFF each, transparent outside, or one for all.</source>
   <translation>Schneidet ein Raster auf jedes Objekt zu: je ein GeoTIFF, außen durchsichtig, oder eines für alle.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Writes a GeoTIFF for every object: the raster's own values and bands, georeferenced, with a mask that hides what is not the object. The files are named by a field or numbered. With the layout &lt;b&gt;atlas&lt;/b&gt; all objects stand side by side in one picture instead.&lt;/p&gt; &lt;p&gt;The &lt;b&gt;index&lt;/b&gt; is a layer of the objects with &lt;b&gt;name&lt;/b&gt;, &lt;b&gt;file&lt;/b&gt; and the picture's place in it: &lt;b&gt;x&lt;/b&gt;, &lt;b&gt;y&lt;/b&gt;, &lt;b&gt;width&lt;/b&gt; and &lt;b&gt;height&lt;/b&gt; in pixels from the top left.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Schreibt für jedes Objekt ein GeoTIFF: die eigenen Werte und Kanäle des Rasters, georeferenziert, mit einer Maske, die verbirgt, was nicht das Objekt ist. Die Dateien sind nach einem Feld benannt oder nummeriert. Mit der Anordnung &lt;b&gt;atlas&lt;/b&gt; stehen stattdessen alle Objekte nebeneinander in einem Bild.&lt;/p&gt; &lt;p&gt;Das &lt;b&gt;Verzeichnis&lt;/b&gt; ist ein Layer der Objekte mit &lt;b&gt;name&lt;/b&gt;, &lt;b&gt;file&lt;/b&gt; und dem Platz des Bildes darin: &lt;b&gt;x&lt;/b&gt;, &lt;b&gt;y&lt;/b&gt;, &lt;b&gt;width&lt;/b&gt; und &lt;b&gt;height&lt;/b&gt; in Pixeln von links oben.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Remove objects from a raster</source>
   <translation>Objekte aus einem Raster entfernen</translation>
  </message>
  <message>
   <source>Fills objects from what is around them, as if they were not there.</source>
   <translation>Füllt Objekte aus ihrer Umgebung, als wären sie nicht da.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Copies a raster and fills every object from around it (inpainting): cars on a road, boats on a lake. Values stay in the raster's own type and within the range of what is around; pixels outside the objects and their margin are not touched.&lt;/p&gt; &lt;p&gt;It looks right for objects that are small beside their surroundings. What was under them is not known to anybody: do not measure there.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Kopiert ein Raster und füllt jedes Objekt aus seiner Umgebung (Inpainting): Autos auf einer Straße, Boote auf einem See. Die Werte bleiben im Datentyp des Rasters und im Bereich dessen, was ringsum ist; Pixel außerhalb der Objekte und ihres Rands werden nicht angerührt.&lt;/p&gt; &lt;p&gt;Es sieht richtig aus bei Objekten, die klein sind gegen ihre Umgebung. Was unter ihnen war, weiß niemand: dort nicht messen.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Raster</source>
   <translation>Raster</translation>
  </message>
  <message>
   <source>The raster to segment: any file GDAL opens.</source>
   <translation>Das Raster, das segmentiert wird: jede Datei, die GDAL öffnet.</translation>
  </message>
  <message>
   <source>Bands</source>
   <translation>Kanäle</translation>
  </message>
  <message>
   <source>One band (shown to the model as grey) or three (as red, green, blue). Left empty: the bands tagged red, green and blue, else bands 1, 2, 3, else band 1. False colour such as near infrared, red, green often separates vegetation better.</source>
   <translation>Ein Kanal (dem Modell als Grau gezeigt) oder drei (als Rot, Grün, Blau). Leer: die als Rot, Grün und Blau gekennzeichneten Kanäle, sonst 1, 2, 3, sonst Kanal 1. Falschfarben wie nahes Infrarot, Rot, Grün trennen Vegetation oft besser.</translation>
  </message>
  <message>
   <source>Extent</source>
   <translation>Ausdehnung</translation>
  </message>
  <message>
   <source>Only this part of the raster is segmented, and the stretch is computed from it. Any CRS. Objects cut by its edge are marked in touches_edge.</source>
   <translation>Nur dieser Teil des Rasters wird segmentiert, und die Streckung wird aus ihm berechnet. Beliebiges KBS. Objekte, die ihr Rand schneidet, sind in touches_edge markiert.</translation>
  </message>
  <message>
   <source>Area of interest</source>
   <translation>Untersuchungsgebiet</translation>
  </message>
  <message>
   <source>A polygon layer, in any CRS. Objects are cut to its polygons; tiles outside it are skipped.</source>
   <translation>Ein Polygonlayer in beliebigem KBS. Objekte werden auf seine Polygone zugeschnitten, Kacheln außerhalb übersprungen.</translation>
  </message>
  <message>
   <source>Resolution</source>
   <translation>Auflösung</translation>
  </message>
  <message>
   <source>Work on a coarser grid with this pixel size. The model sees more ground at once and finds larger objects, such as whole fields or lakes, faster. 0 = the raster's own resolution.</source>
   <translation>Auf einem gröberen Gitter mit dieser Pixelgröße arbeiten. Das Modell sieht mehr Boden auf einmal und findet größere Objekte schneller, etwa ganze Felder oder Seen. 0 = die Auflösung des Rasters.</translation>
  </message>
  <message>
   <source>raster units per pixel</source>
   <translation>Rastereinheiten je Pixel</translation>
  </message>
  <message>
   <source>Stretch to 8 bit</source>
   <translation>Streckung auf 8 Bit</translation>
  </message>
  <message>
   <source>How values become the 0-255 the model reads; one stretch for the whole raster or extent, nodata excluded. auto: none for 8-bit rasters, percentile for all others. percentile: between the two percentages below. minmax: the full range. stddev: mean plus or minus two standard deviations. none: 8-bit values as they are. values: between the values given below.</source>
   <translation>Wie Werte zu den 0 bis 255 werden, die das Modell liest; eine Streckung für das ganze Raster oder die Ausdehnung, ohne Nodata. auto: none für 8-Bit-Raster, percentile für alle anderen. percentile: zwischen den beiden Prozentwerten unten. minmax: der ganze Wertebereich. stddev: Mittel plus oder minus zwei Standardabweichungen. none: 8-Bit-Werte, wie sie sind. values: zwischen den Werten, die unten stehen.</translation>
  </message>
  <message>
   <source>Stretch from</source>
   <translation>Strecken von</translation>
  </message>
  <message>
   <source>Values below this percentile become black (percentile stretch). Raise it if haze hides contrast.</source>
   <translation>Werte unter diesem Perzentil werden schwarz (Streckung percentile). Höher, wenn Dunst den Kontrast nimmt.</translation>
  </message>
  <message>
   <source>%</source>
   <translation>%</translation>
  </message>
  <message>
   <source>Stretch to</source>
   <translation>Strecken bis</translation>
  </message>
  <message>
   <source>Values above this percentile become white (percentile stretch). Lower it if a few bright roofs or clouds leave the rest dark.</source>
   <translation>Werte über diesem Perzentil werden weiß (Streckung percentile). Niedriger, wenn ein paar helle Dächer oder Wolken den Rest dunkel lassen.</translation>
  </message>
  <message>
   <source>Stretch values</source>
   <translation>Werte der Streckung</translation>
  </message>
  <message>
   <source>For STRETCH values: what becomes black and white, as low:high for each band in its order, or once for all, such as 0:3000, 0:3000, 0:2500. Rasters of one series look alike with the same values.</source>
   <translation>Für STRETCH values: was schwarz und weiß wird, als unten:oben für jeden Kanal in seiner Reihenfolge oder einmal für alle, etwa 0:3000, 0:3000, 0:2500. Mit denselben Werten sehen die Raster einer Reihe gleich aus.</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <source>pico comes with the plugin and needs no download; its outlines are rough. Meta's SAM 2.1 models are larger and more accurate; the options of SAM 2 Toolbox or scripts/models.py download them.</source>
   <translation>pico kommt mit dem Plugin und braucht keinen Download; seine Umrisse sind grob. Metas Modelle SAM 2.1 sind größer und genauer; man lädt sie in den Optionen von SAM 2 Toolbox oder mit scripts/models.py herunter.</translation>
  </message>
  <message>
   <source>Own checkpoint</source>
   <translation>Eigener Checkpoint</translation>
  </message>
  <message>
   <source>A SAM 2 checkpoint file (.pt) to use instead of the model chosen above.</source>
   <translation>Eine Checkpoint-Datei von SAM 2 (.pt) statt des oben gewählten Modells.</translation>
  </message>
  <message>
   <source>Own config</source>
   <translation>Eigene Konfiguration</translation>
  </message>
  <message>
   <source>The YAML that describes the own checkpoint. Left empty: the one of Meta's configs, or the bundled model's, that fits the checkpoint.</source>
   <translation>Die YAML-Datei, die den eigenen Checkpoint beschreibt. Leer: diejenige von Metas Konfigurationen oder der des mitgelieferten Modells, die zum Checkpoint passt.</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>Gerät</translation>
  </message>
  <message>
   <source>auto takes what the options of SAM 2 Toolbox say; where they say auto too, an NVIDIA GPU (cuda) if there is one, else Apple's (mps), else the processor (cpu).</source>
   <translation>auto nimmt, was in den Optionen von SAM 2 Toolbox steht; steht dort auch auto, eine NVIDIA-GPU (cuda), wenn es eine gibt, sonst die von Apple (mps), sonst den Prozessor (cpu).</translation>
  </message>
  <message>
   <source>Precision</source>
   <translation>Rechengenauigkeit</translation>
  </message>
  <message>
   <source>float32 is the reference. bfloat16 runs the image encoder in half precision: faster on GPUs and on processors that have it, and a few masks change.</source>
   <translation>float32 ist die Referenz. bfloat16 rechnet den Bildencoder in halber Genauigkeit: schneller auf GPUs und Prozessoren, die das können, und ein paar Masken ändern sich.</translation>
  </message>
  <message>
   <source>Processor threads</source>
   <translation>Prozessor-Threads</translation>
  </message>
  <message>
   <source>How many cores the model may use where it runs on the processor. 0 = as the options of SAM 2 Toolbox say; where they say 0 too, all. Changes speed, not the result.</source>
   <translation>Wie viele Kerne das Modell benutzen darf, wo es auf dem Prozessor läuft. 0 = wie in den Optionen von SAM 2 Toolbox; steht dort auch 0, alle. Ändert die Geschwindigkeit, nicht das Ergebnis.</translation>
  </message>
  <message>
   <source>Points per side</source>
   <translation>Punkte je Seite</translation>
  </message>
  <message>
   <source>A grid of this many by this many points is put on every tile; each point proposes masks. More points find smaller objects; time grows with the square.</source>
   <translation>Ein Gitter von so vielen mal so vielen Punkten liegt auf jeder Kachel; jeder Punkt schlägt Masken vor. Mehr Punkte finden kleinere Objekte; die Zeit wächst mit dem Quadrat.</translation>
  </message>
  <message>
   <source>Points per batch</source>
   <translation>Punkte je Durchgang</translation>
  </message>
  <message>
   <source>How many points the model answers at once. Changes speed and memory, not the result. It is halved by itself when a GPU runs out of memory.</source>
   <translation>Wie viele Punkte das Modell auf einmal beantwortet. Ändert Geschwindigkeit und Speicher, nicht das Ergebnis. Wird von selbst halbiert, wenn der Speicher einer GPU nicht reicht.</translation>
  </message>
  <message>
   <source>Predicted IoU at least</source>
   <translation>Vorhergesagte IoU mindestens</translation>
  </message>
  <message>
   <source>Keep a mask only if the model expects it to overlap the true object by this much (0-1). Lower it to get more objects and more mistakes. Left as it is, 0.45 with the model pico.</source>
   <translation>Eine Maske nur behalten, wenn das Modell erwartet, dass sie sich so weit mit dem wahren Objekt deckt (0-1). Niedriger: mehr Objekte und mehr Fehler. Unverändert gilt beim Modell pico 0,45.</translation>
  </message>
  <message>
   <source>Stability at least</source>
   <translation>Stabilität mindestens</translation>
  </message>
  <message>
   <source>Keep a mask only if it hardly changes when the cut-off of its logits moves by the offset below (0-1). Lower it for soft outlines such as crowns.</source>
   <translation>Eine Maske nur behalten, wenn sie sich kaum ändert, wenn die Schwelle ihrer Logits um den Versatz unten wandert (0-1). Niedriger für weiche Umrisse wie Baumkronen.</translation>
  </message>
  <message>
   <source>Stability offset</source>
   <translation>Versatz der Stabilität</translation>
  </message>
  <message>
   <source>How far the cut-off is moved, up and down, to measure stability.</source>
   <translation>Wie weit die Schwelle nach oben und unten verschoben wird, um die Stabilität zu messen.</translation>
  </message>
  <message>
   <source>logits</source>
   <translation>Logits</translation>
  </message>
  <message>
   <source>Mask threshold</source>
   <translation>Maskenschwelle</translation>
  </message>
  <message>
   <source>Pixels with logits above this belong to the mask. Higher gives tighter masks.</source>
   <translation>Pixel mit Logits darüber gehören zur Maske. Höher gibt engere Masken.</translation>
  </message>
  <message>
   <source>Duplicate boxes from</source>
   <translation>Doppelte Rechtecke ab</translation>
  </message>
  <message>
   <source>Two masks whose boxes overlap by more than this (IoU) are one object; the better is kept. Left as it is, 0.5 with the model pico.</source>
   <translation>Zwei Masken, deren Rechtecke sich weiter überlappen (IoU), sind ein Objekt; die bessere bleibt. Unverändert gilt beim Modell pico 0,5.</translation>
  </message>
  <message>
   <source>Crop layers</source>
   <translation>Ausschnittsebenen</translation>
  </message>
  <message>
   <source>Run again on 2 x 2, 4 x 4, ... enlarged crops of every tile to find small objects. Each layer costs about four times the one before.</source>
   <translation>Noch einmal auf 2 x 2, 4 x 4, ... vergrößerten Ausschnitten jeder Kachel laufen, um kleine Objekte zu finden. Jede Ebene kostet etwa das Vierfache der vorigen.</translation>
  </message>
  <message>
   <source>Duplicate boxes between crops from</source>
   <translation>Doppelte Rechtecke zwischen Ausschnitten ab</translation>
  </message>
  <message>
   <source>As above, between masks of different crops; the mask of the smaller crop is kept.</source>
   <translation>Wie oben, zwischen Masken verschiedener Ausschnitte; die Maske des kleineren Ausschnitts bleibt.</translation>
  </message>
  <message>
   <source>Crop overlap</source>
   <translation>Überlappung der Ausschnitte</translation>
  </message>
  <message>
   <source>Overlap of neighbouring crops as a share of the tile, in the first crop layer; halved in each further one.</source>
   <translation>Überlappung benachbarter Ausschnitte als Anteil der Kachel, in der ersten Ebene; in jeder weiteren halbiert.</translation>
  </message>
  <message>
   <source>Fewer points in crops</source>
   <translation>Weniger Punkte in Ausschnitten</translation>
  </message>
  <message>
   <source>In crop layer n the points per side are divided by this number to the power n.</source>
   <translation>In der Ausschnittsebene n werden die Punkte je Seite durch diese Zahl hoch n geteilt.</translation>
  </message>
  <message>
   <source>Remove regions below</source>
   <translation>Gebiete entfernen unter</translation>
  </message>
  <message>
   <source>Holes and separate islands of a mask smaller than this are removed. 0 = none.</source>
   <translation>Löcher und einzelne Inseln einer Maske, die kleiner sind, werden entfernt. 0 = keine.</translation>
  </message>
  <message>
   <source>pixels</source>
   <translation>Pixel</translation>
  </message>
  <message>
   <source>Refine masks once more</source>
   <translation>Masken noch einmal verfeinern</translation>
  </message>
  <message>
   <source>Feed each mask back to the model for one more step. Slower, sometimes cleaner outlines.</source>
   <translation>Jede Maske dem Modell für einen weiteren Schritt zurückgeben. Langsamer, manchmal sauberere Umrisse.</translation>
  </message>
  <message>
   <source>Three masks per point</source>
   <translation>Drei Masken je Punkt</translation>
  </message>
  <message>
   <source>Each point proposes part, object and group. Off: one mask per point, with fewer nested objects.</source>
   <translation>Jeder Punkt schlägt Teil, Objekt und Gruppe vor. Aus: eine Maske je Punkt, mit weniger ineinander liegenden Objekten.</translation>
  </message>
  <message>
   <source>Skip points in found objects</source>
   <translation>Punkte in gefundenen Objekten auslassen</translation>
  </message>
  <message>
   <source>Points that lie in an object found already are not asked. Faster where objects are large; loses objects inside other objects.</source>
   <translation>Punkte, die in einem schon gefundenen Objekt liegen, werden nicht gefragt. Schneller, wo Objekte groß sind; Objekte in anderen Objekten gehen verloren.</translation>
  </message>
  <message>
   <source>Outline</source>
   <translation>Umriss</translation>
  </message>
  <message>
   <source>pixel: exactly along pixel edges; the polygon's area is the pixels' area. smooth: sub-pixel lines from the model's own certainty, with fewer vertices. rectilinear: right angles on the ground, for buildings; an object they fit badly (IoU with the mask below 0.85, or a point farther off than 4 pixels and 12 % of the object's width) keeps its pixel outline, simplified.</source>
   <translation>pixel: genau an den Pixelkanten; die Fläche des Polygons ist die der Pixel. smooth: Linien feiner als Pixel aus der Sicherheit des Modells, mit weniger Stützpunkten. rectilinear: rechte Winkel am Boden, für Gebäude; ein Objekt, dem sie schlecht passen (IoU mit der Maske unter 0,85 oder ein Punkt weiter weg als 4 Pixel und 12 % der Objektbreite), behält seinen Pixelumriss, vereinfacht.</translation>
  </message>
  <message>
   <source>Simplify</source>
   <translation>Vereinfachen</translation>
  </message>
  <message>
   <source>Leave out vertices that move the outline by at most this. 0 = keep all. With rectilinear outlines: straighten edges shorter than this. 0 = 3 pixels.</source>
   <translation>Stützpunkte auslassen, die den Umriss höchstens so weit verschieben. 0 = alle behalten. Bei rechtwinkligen Umrissen: kürzere Kanten begradigen. 0 = 3 Pixel.</translation>
  </message>
  <message>
   <source>Smallest object</source>
   <translation>Kleinstes Objekt</translation>
  </message>
  <message>
   <source>Leave out objects below this area. 0 = no limit.</source>
   <translation>Objekte unter dieser Fläche weglassen. 0 = keine Grenze.</translation>
  </message>
  <message>
   <source>m²</source>
   <translation>m²</translation>
  </message>
  <message>
   <source>Largest object</source>
   <translation>Größtes Objekt</translation>
  </message>
  <message>
   <source>Leave out objects above this area. 0 = no limit.</source>
   <translation>Objekte über dieser Fläche weglassen. 0 = keine Grenze.</translation>
  </message>
  <message>
   <source>Tile size</source>
   <translation>Kachelgröße</translation>
  </message>
  <message>
   <source>Side of the square the model sees at once. 0 = the model's own input size, so that nothing is resampled. Smaller tiles are enlarged for the model and find smaller objects, at more time.</source>
   <translation>Seite des Quadrats, das das Modell auf einmal sieht. 0 = die Eingabegröße des Modells, sodass nichts umgerechnet wird. Kleinere Kacheln werden für das Modell vergrößert: es findet kleinere Objekte und braucht länger.</translation>
  </message>
  <message>
   <source>Overlap</source>
   <translation>Überlappung</translation>
  </message>
  <message>
   <source>How far neighbouring tiles overlap. Objects are joined across tiles in the overlap; make it at least as wide as a usual object where time allows. At most half the tile size.</source>
   <translation>Wie weit benachbarte Kacheln sich überlappen. In der Überlappung werden Objekte über Kacheln hinweg verbunden; sie sollte, wenn die Zeit reicht, mindestens so breit sein wie ein übliches Objekt. Höchstens die halbe Kachelgröße.</translation>
  </message>
  <message>
   <source>Dask scheduler</source>
   <translation>Dask-Scheduler</translation>
  </message>
  <message>
   <source>Segment the tiles on a Dask cluster: the address of its scheduler, such as tls://cluster.example.org:8786. The raster must be readable under the same path on every worker. Left empty: on this computer. The result is the same. See docs/scale.md.</source>
   <translation>Die Kacheln auf einem Dask-Cluster segmentieren: die Adresse seines Schedulers, etwa tls://cluster.example.org:8786. Das Raster muss auf jedem Worker unter demselben Pfad lesbar sein. Leer: auf diesem Rechner. Das Ergebnis ist dasselbe. Siehe docs/scale.md.</translation>
  </message>
  <message>
   <source>Cluster's authority</source>
   <translation>Zertifizierungsstelle des Clusters</translation>
  </message>
  <message>
   <source>For a tls:// address: the certificate of the authority that signed the cluster's certificates.</source>
   <translation>Für eine tls://-Adresse: das Zertifikat der Stelle, die die Zertifikate des Clusters unterschrieben hat.</translation>
  </message>
  <message>
   <source>Own certificate</source>
   <translation>Eigenes Zertifikat</translation>
  </message>
  <message>
   <source>For a tls:// address: the certificate this computer shows to the cluster.</source>
   <translation>Für eine tls://-Adresse: das Zertifikat, das dieser Rechner dem Cluster zeigt.</translation>
  </message>
  <message>
   <source>Own private key</source>
   <translation>Eigener geheimer Schlüssel</translation>
  </message>
  <message>
   <source>For a tls:// address: the key of the own certificate, where it is not in the same file.</source>
   <translation>Für eine tls://-Adresse: der Schlüssel des eigenen Zertifikats, wenn er nicht in derselben Datei steht.</translation>
  </message>
  <message>
   <source>Allow an unencrypted cluster</source>
   <translation>Unverschlüsselten Cluster erlauben</translation>
  </message>
  <message>
   <source>Take a tcp:// address of another computer. Whoever can read or change that traffic can run programs on this computer and on the cluster: only in a network you trust.</source>
   <translation>Eine tcp://-Adresse eines anderen Rechners annehmen. Wer diesen Verkehr lesen oder ändern kann, kann Programme auf diesem Rechner und auf dem Cluster ausführen: nur in einem Netz, dem man vertraut.</translation>
  </message>
  <message>
   <source>Mode</source>
   <translation>Modus</translation>
  </message>
  <message>
   <source>objects: every object as found; they may overlap and lie inside each other. coverage: every place belongs to one object at most, the smallest; neighbours share their border.</source>
   <translation>objects: jedes Objekt, wie es gefunden wurde; sie dürfen sich überlappen und ineinander liegen. coverage: jeder Ort gehört höchstens einem Objekt, dem kleinsten; Nachbarn teilen ihre Grenze.</translation>
  </message>
  <message>
   <source>Keep what the model has seen</source>
   <translation>Behalten, was das Modell gesehen hat</translation>
  </message>
  <message>
   <source>Clicks on the map are then answered at once wherever this run has been. Takes 2 MB a tile on the disk with the bundled model, 17 MB with Meta's, at the expense of what was kept before; tiles segmented on a cluster are not kept.</source>
   <translation>Klicks auf die Karte werden dann überall sofort beantwortet, wo dieser Lauf war. Braucht auf der Platte 2 MB je Kachel mit dem mitgelieferten Modell, 17 MB mit denen von Meta, auf Kosten dessen, was vorher behalten wurde; auf einem Cluster segmentierte Kacheln werden nicht behalten.</translation>
  </message>
  <message>
   <source>Fill gaps at a coarser scale</source>
   <translation>Lücken in gröberem Maßstab füllen</translation>
  </message>
  <message>
   <source>Look once more, with coarser pixels, at places where nothing was found. Finds objects larger than a tile, such as lakes and long fields.</source>
   <translation>Mit gröberen Pixeln noch einmal dort nachsehen, wo nichts gefunden wurde. Findet Objekte, die größer sind als eine Kachel, etwa Seen und lange Felder.</translation>
  </message>
  <message>
   <source>Continue an interrupted run</source>
   <translation>Einen unterbrochenen Lauf fortsetzen</translation>
  </message>
  <message>
   <source>Go on where a run with the same raster and settings was interrupted, by a power cut, a full disk or a closed QGIS. Tiles done already are not segmented again.</source>
   <translation>Dort weitermachen, wo ein Lauf mit demselben Raster und denselben Einstellungen unterbrochen wurde, durch Stromausfall, eine volle Platte oder ein geschlossenes QGIS. Fertige Kacheln werden nicht noch einmal segmentiert.</translation>
  </message>
  <message>
   <source>Label raster</source>
   <translation>Labelraster</translation>
  </message>
  <message>
   <source>Also write a GeoTIFF whose pixels hold the object_id, 0 where there is none. Where objects overlap the smaller one is on top.</source>
   <translation>Auch ein GeoTIFF schreiben, dessen Pixel die object_id enthalten, 0, wo nichts ist. Wo Objekte sich überlappen, liegt das kleinere oben.</translation>
  </message>
  <message>
   <source>Run record</source>
   <translation>Laufprotokoll</translation>
  </message>
  <message>
   <source>Also write a JSON file with everything needed to repeat the run: raster, parameters, model and its SHA-256, versions, counts and times.</source>
   <translation>Auch eine JSON-Datei mit allem schreiben, was zum Wiederholen des Laufs nötig ist: Raster, Parameter, Modell und seine SHA-256, Versionen, Anzahlen und Zeiten.</translation>
  </message>
  <message>
   <source>Prompts</source>
   <translation>Prompts</translation>
  </message>
  <message>
   <source>The layer that points at the objects: points, lines, boxes or polygons, in any CRS. Only selected features, or those a filter lets through, where you ask for that.</source>
   <translation>Der Layer, der auf die Objekte zeigt: Punkte, Linien, Rechtecke oder Polygone in beliebigem KBS. Nur gewählte Objekte oder die, die ein Filter durchlässt, wo das verlangt ist.</translation>
  </message>
  <message>
   <source>Label field</source>
   <translation>Labelfeld</translation>
  </message>
  <message>
   <source>Holds 1 for features that lie on the object and 0 for features beside it (background). Left empty: all lie on their object. Background is of use together with a group field.</source>
   <translation>Enthält 1 für Objekte, die auf dem Gesuchten liegen, und 0 für solche daneben (Hintergrund). Leer: alle liegen auf ihrem Objekt. Hintergrund nützt zusammen mit einem Gruppenfeld.</translation>
  </message>
  <message>
   <source>Group field</source>
   <translation>Gruppenfeld</translation>
  </message>
  <message>
   <source>Features with the same value here prompt one object together, such as two points on it, one beside it and a box around it. Left empty, or where a feature has no value: each feature is an object.</source>
   <translation>Zeilen mit demselben Wert zeigen zusammen auf ein Objekt, etwa zwei Punkte darauf, einer daneben und ein Rechteck darum. Leer, oder wo eine Zeile keinen Wert hat: jede ist ein Objekt.</translation>
  </message>
  <message>
   <source>Polygons are</source>
   <translation>Polygone sind</translation>
  </message>
  <message>
   <source>box: only the rectangle around a polygon counts; for boxes and detections. mask: its shape counts too, as a first guess of the object; for outlines that are nearly right.</source>
   <translation>box: nur das Rechteck um ein Polygon zählt; für Rechtecke und Erkennungen. mask: auch seine Form zählt, als erste Vermutung; für Umrisse, die fast stimmen.</translation>
  </message>
  <message>
   <source>Old polygons</source>
   <translation>Alte Polygone</translation>
  </message>
  <message>
   <source>The outlines as they were, in any CRS: one object for each feature.</source>
   <translation>Die Umrisse, wie sie waren, in beliebigem KBS: ein Objekt je Zeile.</translation>
  </message>
  <message>
   <source>Same from IoU</source>
   <translation>Gleich ab IoU</translation>
  </message>
  <message>
   <source>An object is the same where old and new outline share at least this much (area of both in common over the area of either, 0-1). Lower it where the old outlines are rough or shifted against the image.</source>
   <translation>Ein Objekt ist gleich, wo alter und neuer Umriss mindestens so viel teilen (gemeinsame Fläche durch die Fläche beider, 0-1). Niedriger, wo die alten Umrisse grob oder gegen das Bild verschoben sind.</translation>
  </message>
  <message>
   <source>Gone below IoU</source>
   <translation>Verschwunden unter IoU</translation>
  </message>
  <message>
   <source>An object is gone where what the model sees in its place shares less than this with the old outline (0-1).</source>
   <translation>Ein Objekt ist verschwunden, wo das, was das Modell an seiner Stelle sieht, weniger mit dem alten Umriss teilt (0-1).</translation>
  </message>
  <message>
   <source>Gone below score</source>
   <translation>Verschwunden unter Score</translation>
  </message>
  <message>
   <source>An object is gone where the model itself expects its outline to be worse than this (predicted IoU, 0-1). 0 = do not ask for it.</source>
   <translation>Ein Objekt ist verschwunden, wo das Modell selbst seinen Umriss für schlechter hält (vorhergesagte IoU, 0-1). 0 = nicht danach fragen.</translation>
  </message>
  <message>
   <source>Only windows that show this part of the raster are encoded. Any CRS. The stretch is computed from the whole raster all the same, as for clicks.</source>
   <translation>Nur Fenster, die diesen Teil des Rasters zeigen, werden vorbereitet. Beliebiges KBS. Die Streckung wird trotzdem aus dem ganzen Raster berechnet, wie bei Klicks.</translation>
  </message>
  <message>
   <source>How far neighbouring windows overlap. 0 = a quarter of a window. More puts every place nearer to the middle of some window, where the model sees all around it; at most half a window.</source>
   <translation>Wie weit benachbarte Fenster sich überlappen. 0 = ein Viertel eines Fensters. Mehr bringt jeden Ort näher an die Mitte eines Fensters, wo das Modell ringsum sieht; höchstens ein halbes Fenster.</translation>
  </message>
  <message>
   <source>Also for zooming out</source>
   <translation>Auch für kleinere Maßstäbe</translation>
  </message>
  <message>
   <source>Encode coarser windows too, down to one that shows the whole raster: for large objects, and for clicks on a map that is zoomed out. Takes a third more time and space.</source>
   <translation>Auch gröbere Fenster vorbereiten, bis zu einem, das das ganze Raster zeigt: für große Objekte und für Klicks auf eine Karte in kleinem Maßstab. Braucht ein Drittel mehr Zeit und Platz.</translation>
  </message>
  <message>
   <source>Room for encoded windows</source>
   <translation>Platz für vorbereitete Fenster</translation>
  </message>
  <message>
   <source>How much all encoded windows, of all rasters, may take on the disk; those not used for longest are removed first. 0 = as set before (at first 4096). Any other number is kept for later.</source>
   <translation>Wie viel alle vorbereiteten Fenster, aller Raster, auf der Platte einnehmen dürfen; die am längsten nicht benutzten gehen zuerst. 0 = wie zuvor gesetzt (anfangs 4096). Jede andere Zahl wird für später behalten.</translation>
  </message>
  <message>
   <source>MB</source>
   <translation>MB</translation>
  </message>
  <message>
   <source>Polygons</source>
   <translation>Polygone</translation>
  </message>
  <message>
   <source>The layer to export, of any origin.</source>
   <translation>Der Layer, der exportiert wird, gleich woher.</translation>
  </message>
  <message>
   <source>Reference raster</source>
   <translation>Referenzraster</translation>
  </message>
  <message>
   <source>The masks get this raster's pixels. Left empty: square pixels of the size below over the extent.</source>
   <translation>Die Masken bekommen die Pixel dieses Rasters. Leer: quadratische Pixel der Größe unten über der Ausdehnung.</translation>
  </message>
  <message>
   <source>Without a reference raster: the area of the masks. Left empty: that of the polygons.</source>
   <translation>Ohne Referenzraster: das Gebiet der Masken. Leer: das der Polygone.</translation>
  </message>
  <message>
   <source>Pixel size</source>
   <translation>Pixelgröße</translation>
  </message>
  <message>
   <source>Without a reference raster: side of a pixel in units of the layer's CRS.</source>
   <translation>Ohne Referenzraster: Seite eines Pixels in Einheiten des KBS des Layers.</translation>
  </message>
  <message>
   <source>map units</source>
   <translation>Karteneinheiten</translation>
  </message>
  <message>
   <source>Side of a tile where the masks are cut into tiles.</source>
   <translation>Seite einer Kachel, wo die Masken in Kacheln geschnitten werden.</translation>
  </message>
  <message>
   <source>Layout</source>
   <translation>Anordnung</translation>
  </message>
  <message>
   <source>stack: one mask after the other, N x height x width. labels: one array of height x width with the number of the object, or of its class, at every pixel; the smaller of two objects is on top. tiles: a stack for every tile with objects, each a file of its own.</source>
   <translation>stack: eine Maske nach der anderen, N x Höhe x Breite. labels: ein Feld von Höhe x Breite mit der Nummer des Objekts oder seiner Klasse an jedem Pixel; das kleinere von zwei Objekten liegt oben. tiles: ein Stapel für jede Kachel mit Objekten, je in einer Datei.</translation>
  </message>
  <message>
   <source>Number field</source>
   <translation>Nummernfeld</translation>
  </message>
  <message>
   <source>Whole numbers for object_ids and labels. Left empty: 1, 2, 3 ...</source>
   <translation>Ganze Zahlen für object_ids und labels. Leer: 1, 2, 3 ...</translation>
  </message>
  <message>
   <source>Class field</source>
   <translation>Klassenfeld</translation>
  </message>
  <message>
   <source>With the layout labels: write classes instead of objects. Texts are numbered in alphabetical order, and the numbers' names stand in the metadata.</source>
   <translation>Mit der Anordnung labels: Klassen statt Objekten schreiben. Texte werden alphabetisch nummeriert, die Namen der Nummern stehen in den Metadaten.</translation>
  </message>
  <message>
   <source>Score field</source>
   <translation>Scorefeld</translation>
  </message>
  <message>
   <source>Numbers for the array scores.</source>
   <translation>Zahlen für das Feld scores.</translation>
  </message>
  <message>
   <source>Size limit</source>
   <translation>Größengrenze</translation>
  </message>
  <message>
   <source>Nothing is written if the file would be larger than this. Web viewers open about 50 MB.</source>
   <translation>Es wird nichts geschrieben, wenn die Datei größer würde. Webviewer öffnen etwa 50 MB.</translation>
  </message>
  <message>
   <source>NPZ file</source>
   <translation>NPZ-Datei</translation>
  </message>
  <message>
   <source>Where the masks go. With the layout tiles: the files are put beside it, named after it with the tile's row and column.</source>
   <translation>Wohin die Masken kommen. Mit der Anordnung tiles: die Dateien kommen daneben, benannt nach Zeile und Spalte der Kachel.</translation>
  </message>
  <message>
   <source>An archive with an array masks: (N, H, W) of 0 and 1, or (H, W) with labels.</source>
   <translation>Ein Archiv mit einem Feld masks: (N, H, W) aus 0 und 1 oder (H, W) mit Labels.</translation>
  </message>
  <message>
   <source>Where the masks lie, for files that do not say so. It must have as many pixels. Without it such masks come in pixels, y downwards.</source>
   <translation>Wo die Masken liegen, für Dateien, die es nicht sagen. Es muss ebenso viele Pixel haben. Ohne kommen solche Masken in Pixeln, y nach unten.</translation>
  </message>
  <message>
   <source>One polygon for each mask.</source>
   <translation>Ein Polygon je Maske.</translation>
  </message>
  <message>
   <source>Variant</source>
   <translation>Variante</translation>
  </message>
  <message>
   <source>instances: images, annotations and categories, for training. results: a list of results with scores, for COCO's evaluation. saco: image and phrase pairs of SAM 3, one for every class and image, those without an object too.</source>
   <translation>instances: Bilder, Annotationen und Kategorien, zum Trainieren. results: eine Liste von Ergebnissen mit Scores, für die Bewertung von COCO. saco: Paare aus Bild und Wortgruppe für SAM 3, eines für jede Klasse und jedes Bild, auch die ohne Objekt.</translation>
  </message>
  <message>
   <source>Masks as</source>
   <translation>Masken als</translation>
  </message>
  <message>
   <source>rle: run lengths, exact. polygon: polygons along pixel edges; objects with holes stay run lengths, because COCO's polygons have none.</source>
   <translation>rle: Lauflängen, genau. polygon: Polygone an den Pixelkanten; Objekte mit Löchern bleiben Lauflängen, denn COCOs Polygone haben keine.</translation>
  </message>
  <message>
   <source>Names of categories, or phrases. Left empty: all objects are of one category, object.</source>
   <translation>Namen von Kategorien oder Wortgruppen. Leer: alle Objekte gehören zu einer Kategorie, object.</translation>
  </message>
  <message>
   <source>How sure each object is, 0 to 1.</source>
   <translation>Wie sicher jedes Objekt ist, 0 bis 1.</translation>
  </message>
  <message>
   <source>Cut into tiles</source>
   <translation>In Kacheln schneiden</translation>
  </message>
  <message>
   <source>Each tile becomes an image of its own, and its pixels are written beside the file as GeoTIFF. Off: one image, the reference raster.</source>
   <translation>Jede Kachel wird ein Bild für sich, und ihre Pixel werden als GeoTIFF neben die Datei geschrieben. Aus: ein Bild, das Referenzraster.</translation>
  </message>
  <message>
   <source>COCO file</source>
   <translation>COCO-Datei</translation>
  </message>
  <message>
   <source>Where the annotations go.</source>
   <translation>Wohin die Annotationen kommen.</translation>
  </message>
  <message>
   <source>Instances, a list of results, or SA-Co.</source>
   <translation>Instanzen, eine Liste von Ergebnissen oder SA-Co.</translation>
  </message>
  <message>
   <source>Where the image lies, for files that do not say so. It must have as many pixels as the image.</source>
   <translation>Wo das Bild liegt, für Dateien, die es nicht sagen. Es muss ebenso viele Pixel haben wie das Bild.</translation>
  </message>
  <message>
   <source>One polygon for each annotation.</source>
   <translation>Ein Polygon je Annotation.</translation>
  </message>
  <message>
   <source>Whole numbers for object_id. Left empty: 1, 2, 3 ...</source>
   <translation>Ganze Zahlen für object_id. Leer: 1, 2, 3 ...</translation>
  </message>
  <message>
   <source>Numbers for the column score.</source>
   <translation>Zahlen für die Spalte score.</translation>
  </message>
  <message>
   <source>Nothing is written if the masks, unpacked, would be larger than this: pandas reads all of them at once.</source>
   <translation>Es wird nichts geschrieben, wenn die Masken entpackt größer wären: pandas liest alle auf einmal.</translation>
  </message>
  <message>
   <source>Parquet file</source>
   <translation>Parquet-Datei</translation>
  </message>
  <message>
   <source>Where the masks go.</source>
   <translation>Wohin die Masken kommen.</translation>
  </message>
  <message>
   <source>A table with the columns mask (a list of 0 and 1, row after row of pixels), width and height; object_id and score if there are any.</source>
   <translation>Eine Tabelle mit den Spalten mask (eine Liste aus 0 und 1, Pixelzeile nach Pixelzeile), width und height; object_id und score, wenn es sie gibt.</translation>
  </message>
  <message>
   <source>Whole numbers from 1 on to write. Left empty: 1, 2, 3 ...</source>
   <translation>Ganze Zahlen ab 1, die geschrieben werden. Leer: 1, 2, 3 ...</translation>
  </message>
  <message>
   <source>Write classes instead of objects: whole numbers as they are, texts numbered in alphabetical order.</source>
   <translation>Klassen statt Objekten schreiben: ganze Zahlen, wie sie sind, Texte alphabetisch nummeriert.</translation>
  </message>
  <message>
   <source>On top</source>
   <translation>Oben</translation>
  </message>
  <message>
   <source>Which of two overlapping objects shows.</source>
   <translation>Welches von zwei überlappenden Objekten zu sehen ist.</translation>
  </message>
  <message>
   <source>For On top = score: the higher shows.</source>
   <translation>Für Oben = score: das höhere ist zu sehen.</translation>
  </message>
  <message>
   <source>Mask raster</source>
   <translation>Maskenraster</translation>
  </message>
  <message>
   <source>A GeoTIFF; 0 where there is nothing.</source>
   <translation>Ein GeoTIFF; 0, wo nichts ist.</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Referenz</translation>
  </message>
  <message>
   <source>The objects as they are.</source>
   <translation>Die Objekte, wie sie sind.</translation>
  </message>
  <message>
   <source>Prediction</source>
   <translation>Vorhersage</translation>
  </message>
  <message>
   <source>The objects as they were found.</source>
   <translation>Die Objekte, wie sie gefunden wurden.</translation>
  </message>
  <message>
   <source>Only objects that lie mostly in these polygons count.</source>
   <translation>Nur Objekte zählen, die größtenteils in diesen Polygonen liegen.</translation>
  </message>
  <message>
   <source>Class field of the reference</source>
   <translation>Klassenfeld der Referenz</translation>
  </message>
  <message>
   <source>Objects of different classes never match.</source>
   <translation>Objekte verschiedener Klassen passen nie zusammen.</translation>
  </message>
  <message>
   <source>Class field of the prediction</source>
   <translation>Klassenfeld der Vorhersage</translation>
  </message>
  <message>
   <source>Score field of the prediction</source>
   <translation>Scorefeld der Vorhersage</translation>
  </message>
  <message>
   <source>How sure each prediction is; average precision needs it. Left empty: all are equally sure.</source>
   <translation>Wie sicher jede Vorhersage ist; die mittlere Genauigkeit braucht es. Leer: alle sind gleich sicher.</translation>
  </message>
  <message>
   <source>Image field of the reference</source>
   <translation>Bildfeld der Referenz</translation>
  </message>
  <message>
   <source>Objects of different images never match: for layers from a COCO file of several images. With class fields, every pair of an image and a class is a phrase for cgF1.</source>
   <translation>Objekte verschiedener Bilder passen nie zusammen: für Layer aus einer COCO-Datei mit mehreren Bildern. Mit Klassenfeldern ist jedes Paar aus Bild und Klasse eine Wortgruppe für cgF1.</translation>
  </message>
  <message>
   <source>Image field of the prediction</source>
   <translation>Bildfeld der Vorhersage</translation>
  </message>
  <message>
   <source>Objects of different images never match.</source>
   <translation>Objekte verschiedener Bilder passen nie zusammen.</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Bericht</translation>
  </message>
  <message>
   <source>A page with all numbers, a picture and a histogram.</source>
   <translation>Eine Seite mit allen Zahlen, einem Bild und einem Histogramm.</translation>
  </message>
  <message>
   <source>Scores</source>
   <translation>Kennzahlen</translation>
  </message>
  <message>
   <source>All numbers as a table.</source>
   <translation>Alle Zahlen als Tabelle.</translation>
  </message>
  <message>
   <source>IoU matrix</source>
   <translation>IoU-Matrix</translation>
  </message>
  <message>
   <source>A row for every reference object and prediction that share area; the rows of the objects' own layer are numbered alike.</source>
   <translation>Eine Zeile für jedes Referenzobjekt und jede Vorhersage, die Fläche teilen; die Zeilen des Layers der Objekte sind ebenso nummeriert.</translation>
  </message>
  <message>
   <source>Objects by outcome</source>
   <translation>Objekte nach Ausgang</translation>
  </message>
  <message>
   <source>Both layers' objects with their outcome: matched, missed, false, split or merged.</source>
   <translation>Die Objekte beider Layer mit ihrem Ausgang: getroffen, verpasst, falsch, geteilt oder verschmolzen.</translation>
  </message>
  <message>
   <source>A layer of polygons.</source>
   <translation>Ein Polygonlayer.</translation>
  </message>
  <message>
   <source>Names the objects of a pair. Left empty: 1, 2, 3 ...</source>
   <translation>Benennt die Objekte eines Paars. Leer: 1, 2, 3 ...</translation>
  </message>
  <message>
   <source>Least share</source>
   <translation>Kleinster Anteil</translation>
  </message>
  <message>
   <source>Leave out pairs whose overlap is a smaller share of both objects than this.</source>
   <translation>Paare weglassen, deren Überlappung ein kleinerer Anteil beider Objekte ist.</translation>
  </message>
  <message>
   <source>Overlaps</source>
   <translation>Überlappungen</translation>
  </message>
  <message>
   <source>The shared area of every pair.</source>
   <translation>Die gemeinsame Fläche jedes Paars.</translation>
  </message>
  <message>
   <source>A layer of polygons, in any CRS.</source>
   <translation>Ein Polygonlayer in beliebigem KBS.</translation>
  </message>
  <message>
   <source>The raster under the objects.</source>
   <translation>Das Raster unter den Objekten.</translation>
  </message>
  <message>
   <source>Objects with statistics</source>
   <translation>Objekte mit Statistik</translation>
  </message>
  <message>
   <source>The objects, with fields added.</source>
   <translation>Die Objekte mit weiteren Feldern.</translation>
  </message>
  <message>
   <source>files: a GeoTIFF for every object, where it lies. atlas: one picture, atlas.tif, of all objects side by side, the highest first.</source>
   <translation>files: ein GeoTIFF für jedes Objekt, dort, wo es liegt. atlas: ein Bild, atlas.tif, mit allen Objekten nebeneinander, die höchsten zuerst.</translation>
  </message>
  <message>
   <source>Margin</source>
   <translation>Rand</translation>
  </message>
  <message>
   <source>Pixels around the object's box that the picture shows, transparent like all outside the object.</source>
   <translation>Pixel um das Rechteck des Objekts, die das Bild zeigt, durchsichtig wie alles außerhalb des Objekts.</translation>
  </message>
  <message>
   <source>Name field</source>
   <translation>Namensfeld</translation>
  </message>
  <message>
   <source>Names the files. Left empty: 1, 2, 3 ...</source>
   <translation>Benennt die Dateien. Leer: 1, 2, 3 ...</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <source>Where the pictures go.</source>
   <translation>Wohin die Bilder kommen.</translation>
  </message>
  <message>
   <source>Index</source>
   <translation>Verzeichnis</translation>
  </message>
  <message>
   <source>The objects with the file their picture is in and, in pixels, its place there: the coverage layer for the atlas of a print layout, say.</source>
   <translation>Die Objekte mit der Datei ihres Bildes und, in Pixeln, seinem Platz darin: etwa als Abdeckungslayer für den Atlas eines Drucklayouts.</translation>
  </message>
  <message>
   <source>Pixels around the objects that are replaced too: shadows and blurred edges.</source>
   <translation>Pixel um die Objekte, die auch ersetzt werden: Schatten und unscharfe Ränder.</translation>
  </message>
  <message>
   <source>Method</source>
   <translation>Verfahren</translation>
  </message>
  <message>
   <source>telea: fast, even. navier_stokes: carries lines on into the gap.</source>
   <translation>telea: schnell, gleichmäßig. navier_stokes: führt Linien in die Lücke fort.</translation>
  </message>
  <message>
   <source>Radius</source>
   <translation>Radius</translation>
  </message>
  <message>
   <source>How far around a pixel its filling is looked for.</source>
   <translation>Wie weit um ein Pixel seine Füllung gesucht wird.</translation>
  </message>
  <message>
   <source>Raster without objects</source>
   <translation>Raster ohne Objekte</translation>
  </message>
  <message>
   <source>A GeoTIFF.</source>
   <translation>Ein GeoTIFF.</translation>
  </message>
  <message>
   <source>Mirror</source>
   <translation>Spiegel</translation>
  </message>
  <message>
   <source>Address of a folder that has Meta's checkpoints under their own names, asked before Meta's server: https://server/folder. What comes from there is checked like everything else.</source>
   <translation>Adresse eines Ordners mit Metas Checkpoints unter ihren eigenen Namen, der vor Metas Server gefragt wird: https://server/ordner. Was von dort kommt, wird geprüft wie alles andere.</translation>
  </message>
  <message>
   <source>Memory for clicks</source>
   <translation>Speicher für Klicks</translation>
  </message>
  <message>
   <source>How much of the memory what SAM 2 has seen last may take. One window takes 2 MB with the bundled model, 17 MB with Meta's.</source>
   <translation>Wie viel Speicher das einnehmen darf, was SAM 2 zuletzt gesehen hat. Ein Fenster braucht 2 MB mit dem mitgelieferten Modell, 17 MB mit denen von Meta.</translation>
  </message>
  <message>
   <source>Room on the disk</source>
   <translation>Platz auf der Platte</translation>
  </message>
  <message>
   <source>How much all that SAM 2 has seen may take on the disk; what was not used for longest goes first. 0 = keep nothing.</source>
   <translation>Wie viel alles, was SAM 2 gesehen hat, auf der Platte einnehmen darf; was am längsten nicht benutzt wurde, geht zuerst. 0 = nichts behalten.</translation>
  </message>
  <message>
   <source>Folder for it</source>
   <translation>Ordner dafür</translation>
  </message>
  <message>
   <source>Where what SAM 2 has seen is kept. Left empty: the usual place for what can be made again. A fast disk of this computer is best; what lies in the old folder stays there.</source>
   <translation>Wo behalten wird, was SAM 2 gesehen hat. Leer: der übliche Ort für Wiederherstellbares. Am besten eine schnelle Platte dieses Rechners; was im alten Ordner liegt, bleibt dort.</translation>
  </message>
  <message>
   <source>Folder for new layers</source>
   <translation>Ordner für neue Layer</translation>
  </message>
  <message>
   <source>The folder that the dock suggests for new GeoPackages. Left empty: beside the project, else beside the raster.</source>
   <translation>Der Ordner, den das Bedienfeld für neue GeoPackages vorschlägt. Leer: neben dem Projekt, sonst neben dem Raster.</translation>
  </message>
  <message>
   <source>Show what the mouse points at</source>
   <translation>Zeigen, worauf die Maus zeigt</translation>
  </message>
  <message>
   <source>A thin outline follows the mouse: what a click there would find.</source>
   <translation>Ein dünner Umriss folgt der Maus: was ein Klick dort finden würde.</translation>
  </message>
  <message>
   <source>Prepare the view at once</source>
   <translation>Die Ansicht gleich vorbereiten</translation>
  </message>
  <message>
   <source>SAM 2 looks at the view as soon as it stands still, so that the first click is answered at once. Off: it looks when you click. Switch it off where a large model runs on the processor.</source>
   <translation>SAM 2 sieht die Ansicht an, sobald sie stillsteht, damit schon der erste Klick sofort beantwortet wird. Aus: erst beim Klick. Auszuschalten, wo ein großes Modell auf dem Prozessor läuft.</translation>
  </message>
  <message>
   <source>Start to click objects on the map.</source>
   <translation>Starten, um Objekte auf der Karte anzuklicken.</translation>
  </message>
  <message>
   <source>Choose a raster layer: an aerial, drone or satellite image.</source>
   <translation>Ein Raster wählen: ein Luft-, Drohnen- oder Satellitenbild.</translation>
  </message>
  <message>
   <source>The raster has been removed from the project, so its prompts are gone too. Choose another one.</source>
   <translation>Das Raster wurde aus dem Projekt entfernt, und mit ihm seine Prompts. Ein anderes wählen.</translation>
  </message>
  <message>
   <source>The view does not show the raster. Zoom to it: right-click the layer &gt; Zoom to Layer.</source>
   <translation>Die Ansicht zeigt das Raster nicht. Dorthin zoomen: Rechtsklick auf den Layer &gt; Auf Layer zoomen.</translation>
  </message>
  <message>
   <source>Starting SAM 2. Clicks made now are answered as soon as it runs.</source>
   <translation>SAM 2 startet. Klicks werden beantwortet, sobald es läuft.</translation>
  </message>
  <message>
   <source>Fetching the view of this web layer.</source>
   <translation>Die Ansicht dieses Weblayers wird geholt.</translation>
  </message>
  <message>
   <source>Ready. Click an object, or drag a box around it.</source>
   <translation>Bereit. Ein Objekt anklicken oder ein Rechteck darum ziehen.</translation>
  </message>
  <message>
   <source>Click what is missing, right-click what does not belong to it. Tab shows another candidate, Enter accepts.</source>
   <translation>Klicken, was fehlt; Rechtsklick auf das, was nicht dazugehört. Tab zeigt einen anderen Kandidaten, Enter übernimmt.</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Starten</translation>
  </message>
  <message>
   <source>Models…</source>
   <translation>Modelle…</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Noch einmal versuchen</translation>
  </message>
  <message>
   <source>Start again</source>
   <translation>Neu starten</translation>
  </message>
  <message>
   <source>Show the log</source>
   <translation>Das Protokoll zeigen</translation>
  </message>
  <message>
   <source>on the object</source>
   <translation>auf dem Objekt</translation>
  </message>
  <message>
   <source>not this</source>
   <translation>dies nicht</translation>
  </message>
  <message>
   <source>a box around it</source>
   <translation>ein Rechteck darum</translation>
  </message>
  <message>
   <source>a rough outline of it</source>
   <translation>ein grober Umriss</translation>
  </message>
  <message>
   <source>another candidate</source>
   <translation>ein anderer Kandidat</translation>
  </message>
  <message>
   <source>accept as a new polygon</source>
   <translation>als neues Polygon übernehmen</translation>
  </message>
  <message>
   <source>add to / subtract from the selected one</source>
   <translation>zum gewählten hinzu / davon ab</translation>
  </message>
  <message>
   <source>merge with the last one</source>
   <translation>mit dem letzten vereinen</translation>
  </message>
  <message>
   <source>undo / redo a prompt</source>
   <translation>einen Prompt zurücknehmen / wiederholen</translation>
  </message>
  <message>
   <source>remove the prompt pointed at</source>
   <translation>den gezeigten Prompt entfernen</translation>
  </message>
  <message>
   <source>stop, or clear the prompts</source>
   <translation>anhalten oder die Prompts leeren</translation>
  </message>
  <message>
   <source>move a cursor; object, not this, box there</source>
   <translation>einen Zeiger bewegen; dort Objekt, dies nicht, Rechteck</translation>
  </message>
  <message>
   <source>hide or show these keys</source>
   <translation>diese Tasten aus- oder einblenden</translation>
  </message>
  <message>
   <source>Accept as a new polygon</source>
   <translation>Als neues Polygon übernehmen</translation>
  </message>
  <message>
   <source>Add to the selected one</source>
   <translation>Zum gewählten hinzufügen</translation>
  </message>
  <message>
   <source>Subtract from it</source>
   <translation>Von ihm abziehen</translation>
  </message>
  <message>
   <source>Merge with the last one</source>
   <translation>Mit dem letzten vereinen</translation>
  </message>
  <message>
   <source>Stop, or clear the prompts</source>
   <translation>Anhalten oder die Prompts leeren</translation>
  </message>
  <message>
   <source>Next candidate</source>
   <translation>Nächster Kandidat</translation>
  </message>
  <message>
   <source>Previous candidate</source>
   <translation>Voriger Kandidat</translation>
  </message>
  <message>
   <source>Undo a prompt</source>
   <translation>Einen Prompt zurücknehmen</translation>
  </message>
  <message>
   <source>Redo a prompt</source>
   <translation>Einen Prompt wiederholen</translation>
  </message>
  <message>
   <source>Remove a prompt</source>
   <translation>Einen Prompt entfernen</translation>
  </message>
  <message>
   <source>Show or hide the keys</source>
   <translation>Die Tasten ein- oder ausblenden</translation>
  </message>
  <message>
   <source>On the object, at the cursor</source>
   <translation>Auf dem Objekt, am Zeiger</translation>
  </message>
  <message>
   <source>Not this, at the cursor</source>
   <translation>Dies nicht, am Zeiger</translation>
  </message>
  <message>
   <source>Corner of a box, at the cursor</source>
   <translation>Ecke eines Rechtecks, am Zeiger</translation>
  </message>
  <message>
   <source>Cursor to the left</source>
   <translation>Zeiger nach links</translation>
  </message>
  <message>
   <source>Cursor to the right</source>
   <translation>Zeiger nach rechts</translation>
  </message>
  <message>
   <source>Cursor up</source>
   <translation>Zeiger nach oben</translation>
  </message>
  <message>
   <source>Cursor down</source>
   <translation>Zeiger nach unten</translation>
  </message>
  <message>
   <source>A little to the left</source>
   <translation>Ein wenig nach links</translation>
  </message>
  <message>
   <source>A little to the right</source>
   <translation>Ein wenig nach rechts</translation>
  </message>
  <message>
   <source>A little up</source>
   <translation>Ein wenig nach oben</translation>
  </message>
  <message>
   <source>A little down</source>
   <translation>Ein wenig nach unten</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Licence</source>
   <translation>Lizenz</translation>
  </message>
  <message>
   <source>Speed here</source>
   <translation>Tempo hier</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Where SAM 2 runs</source>
   <translation>Wo SAM 2 läuft</translation>
  </message>
  <message>
   <source>What SAM 2 has seen</source>
   <translation>Was SAM 2 gesehen hat</translation>
  </message>
  <message>
   <source>New layers of the dock</source>
   <translation>Neue Layer des Bedienfelds</translation>
  </message>
  <message>
   <source>Downloads of models</source>
   <translation>Downloads von Modellen</translation>
  </message>
  <message>
   <source>Environment</source>
   <translation>Umgebung</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>Modelle</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Starting the worker</source>
   <translation>SAM 2 wird gestartet</translation>
  </message>
  <message>
   <source>Number of objects</source>
   <translation>Anzahl der Objekte</translation>
  </message>
  <message>
   <source>a whole number</source>
   <translation>eine ganze Zahl</translation>
  </message>
  <message>
   <source>a number</source>
   <translation>eine Zahl</translation>
  </message>
  <message>
   <source>{noun}; default {default}</source>
   <translation>{noun}; Vorgabe {default}</translation>
  </message>
  <message>
   <source>{noun} of at least {minimum}; default {default}</source>
   <translation>{noun} ab {minimum}; Vorgabe {default}</translation>
  </message>
  <message>
   <source>{noun} from {minimum} to {maximum}; default {default}</source>
   <translation>{noun} von {minimum} bis {maximum}; Vorgabe {default}</translation>
  </message>
  <message>
   <source>Raster and model</source>
   <translation>Raster und Modell</translation>
  </message>
  <message>
   <source>The image to click on. Web layers (WMS, XYZ) work too: SAM 2 sees them as the map shows them.</source>
   <translation>Das Bild, auf das geklickt wird. Auch Weblayer (WMS, XYZ): SAM 2 sieht sie, wie die Karte sie zeigt.</translation>
  </message>
  <message>
   <source>The raster has no CRS: its coordinates are taken for the project's. Right-click the layer &gt; Layer CRS to give it one.</source>
   <translation>Das Raster hat kein KBS: seine Koordinaten gelten als die des Projekts. Rechtsklick auf den Layer &gt; Layer-KBS gibt ihm eines.</translation>
  </message>
  <message>
   <source>As the model sees it</source>
   <translation>Wie das Modell es sieht</translation>
  </message>
  <message>
   <source>The view with these bands and this stretch, as it is given to the model.</source>
   <translation>Die Ansicht mit diesen Kanälen und dieser Streckung, wie das Modell sie bekommt.</translation>
  </message>
  <message>
   <source>The picture appears as soon as SAM 2 runs.</source>
   <translation>Das Bild erscheint, sobald SAM 2 läuft.</translation>
  </message>
  <message>
   <source>Outlines go to</source>
   <translation>Umrisse kommen in</translation>
  </message>
  <message>
   <source>Any polygon layer, in any CRS. Accepting is one step that QGIS can undo; it is saved when you save the layer. Fields named score, stability, model, prompts_fg and prompts_bg are filled in.</source>
   <translation>Ein beliebiger Polygonlayer in beliebigem KBS. Das Übernehmen ist ein Schritt, den QGIS rückgängig machen kann; gespeichert wird mit dem Layer. Felder namens score, stability, model, prompts_fg und prompts_bg werden ausgefüllt.</translation>
  </message>
  <message>
   <source>New…</source>
   <translation>Neu…</translation>
  </message>
  <message>
   <source>Make a GeoPackage for the outlines, in the CRS of the raster.</source>
   <translation>Ein GeoPackage für die Umrisse anlegen, im KBS des Rasters.</translation>
  </message>
  <message>
   <source>Layer</source>
   <translation>Layer</translation>
  </message>
  <message>
   <source>More settings</source>
   <translation>Weitere Einstellungen</translation>
  </message>
  <message>
   <source>auto</source>
   <translation>auto</translation>
  </message>
  <message>
   <source>How to segment by clicking</source>
   <translation>Wie man durch Klicken segmentiert</translation>
  </message>
  <message>
   <source>Other ways…</source>
   <translation>Andere Wege…</translation>
  </message>
  <message>
   <source>A Python of your own, a proxy, a package index, no network</source>
   <translation>Ein eigenes Python, ein Proxy, ein Paketindex, kein Netz</translation>
  </message>
  <message>
   <source>Repair SAM 2</source>
   <translation>SAM 2 reparieren</translation>
  </message>
  <message>
   <source>Update SAM 2</source>
   <translation>SAM 2 aktualisieren</translation>
  </message>
  <message>
   <source>1.3 GB on the disk, about 6 GB with an NVIDIA GPU; once, some minutes</source>
   <translation>1,3 GB auf der Platte, etwa 6 GB mit einer NVIDIA-GPU; einmal, einige Minuten</translation>
  </message>
  <message>
   <source>Install SAM 2</source>
   <translation>SAM 2 installieren</translation>
  </message>
  <message>
   <source>Repair</source>
   <translation>Reparieren</translation>
  </message>
  <message>
   <source>Update</source>
   <translation>Aktualisieren</translation>
  </message>
  <message>
   <source>Install</source>
   <translation>Installieren</translation>
  </message>
  <message>
   <source>What has been downloaded is kept for the next time.</source>
   <translation>Was schon geladen ist, wird für das nächste Mal behalten.</translation>
  </message>
  <message>
   <source>Python that runs SAM 2</source>
   <translation>Das Python, in dem SAM 2 läuft</translation>
  </message>
  <message>
   <source>Made by SAM 2 Toolbox (recommended)</source>
   <translation>Von SAM 2 Toolbox angelegt (empfohlen)</translation>
  </message>
  <message>
   <source>A Python of my own, or a conda environment</source>
   <translation>Ein eigenes Python oder eine conda-Umgebung</translation>
  </message>
  <message>
   <source>Needs the internet and some minutes, once.</source>
   <translation>Braucht einmal das Internet und einige Minuten.</translation>
  </message>
  <message>
   <source>Remove…</source>
   <translation>Entfernen…</translation>
  </message>
  <message>
   <source>Models and settings are kept.</source>
   <translation>Modelle und Einstellungen bleiben.</translation>
  </message>
  <message>
   <source>An interpreter (python, python.exe) or the folder of an environment.</source>
   <translation>Ein Interpreter (python, python.exe) oder der Ordner einer Umgebung.</translation>
  </message>
  <message>
   <source>an interpreter, or the folder of an environment</source>
   <translation>ein Interpreter oder der Ordner einer Umgebung</translation>
  </message>
  <message>
   <source>Choose an interpreter</source>
   <translation>Einen Interpreter wählen</translation>
  </message>
  <message>
   <source>Check and use</source>
   <translation>Prüfen und verwenden</translation>
  </message>
  <message>
   <source>Starts it and loads all that SAM 2 needs.</source>
   <translation>Startet es und lädt alles, was SAM 2 braucht.</translation>
  </message>
  <message>
   <source>Check devices</source>
   <translation>Geräte prüfen</translation>
  </message>
  <message>
   <source>Runs the model on every device, ten seconds on each.</source>
   <translation>Lässt das Modell auf jedem Gerät zehn Sekunden laufen.</translation>
  </message>
  <message>
   <source>Copy report</source>
   <translation>Bericht kopieren</translation>
  </message>
  <message>
   <source>Versions, system, GPU and last error, without names and addresses.</source>
   <translation>Versionen, System, GPU und letzter Fehler, ohne Namen und Adressen.</translation>
  </message>
  <message>
   <source>The report is on the clipboard. Read it before you paste it somewhere.</source>
   <translation>Der Bericht ist in der Zwischenablage. Vor dem Einfügen lesen.</translation>
  </message>
  <message>
   <source>Remove the environment of SAM 2?</source>
   <translation>Die Umgebung von SAM 2 entfernen?</translation>
  </message>
  <message>
   <source>SAM 2 does not run without it. Models and settings are kept.</source>
   <translation>Ohne sie läuft SAM 2 nicht. Modelle und Einstellungen bleiben.</translation>
  </message>
  <message>
   <source>A Python that runs SAM 2</source>
   <translation>Ein Python, in dem SAM 2 läuft</translation>
  </message>
  <message>
   <source>Where packages come from</source>
   <translation>Woher Pakete kommen</translation>
  </message>
  <message>
   <source>Automatic: CUDA where an NVIDIA driver can run it</source>
   <translation>Automatisch: CUDA, wo ein NVIDIA-Treiber es ausführen kann</translation>
  </message>
  <message>
   <source>Processor only (CPU, smallest)</source>
   <translation>Nur Prozessor (CPU, am kleinsten)</translation>
  </message>
  <message>
   <source>NVIDIA GPU (CUDA)</source>
   <translation>NVIDIA-GPU (CUDA)</translation>
  </message>
  <message>
   <source>as pip is set up on this computer</source>
   <translation>wie pip auf diesem Rechner eingerichtet ist</translation>
  </message>
  <message>
   <source>A package index of your own, such as a mirror in your company: https://…/simple</source>
   <translation>Ein eigener Paketindex, etwa ein Spiegel in der Firma: https://…/simple</translation>
  </message>
  <message>
   <source>none: install from the network</source>
   <translation>keiner: aus dem Netz installieren</translation>
  </message>
  <message>
   <source>A folder of wheels to install from without network (docs: Install).</source>
   <translation>Ein Ordner mit Wheels, aus dem ohne Netz installiert wird (Dokumentation: Install).</translation>
  </message>
  <message>
   <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
   <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
  </message>
  <message>
   <source>as QGIS and this computer trust</source>
   <translation>denen QGIS und dieser Rechner vertrauen</translation>
  </message>
  <message>
   <source>Of a company's proxy that signs connections itself (PEM).</source>
   <translation>Eines Firmenproxys, der Verbindungen selbst unterschreibt (PEM).</translation>
  </message>
  <message>
   <source>Settings &gt; Options &gt; Network</source>
   <translation>Einstellungen &gt; Optionen &gt; Netzwerk</translation>
  </message>
  <message>
   <source>Package index</source>
   <translation>Paketindex</translation>
  </message>
  <message>
   <source>Folder of wheels</source>
   <translation>Ordner mit Wheels</translation>
  </message>
  <message>
   <source>Certificates</source>
   <translation>Zertifikate</translation>
  </message>
  <message>
   <source>Proxy</source>
   <translation>Proxy</translation>
  </message>
  <message>
   <source>none (as QGIS is set)</source>
   <translation>keiner (wie in QGIS eingestellt)</translation>
  </message>
  <message>
   <source>SAM 2 is installed.</source>
   <translation>SAM 2 ist installiert.</translation>
  </message>
  <message>
   <source>Installing SAM 2</source>
   <translation>SAM 2 wird installiert</translation>
  </message>
  <message>
   <source>The environment was removed. Models and settings are kept.</source>
   <translation>Die Umgebung wurde entfernt. Modelle und Einstellungen bleiben.</translation>
  </message>
  <message>
   <source>Removing SAM 2's environment</source>
   <translation>Die Umgebung von SAM 2 wird entfernt</translation>
  </message>
  <message>
   <source>Checking a Python for SAM 2</source>
   <translation>Ein Python wird für SAM 2 geprüft</translation>
  </message>
  <message>
   <source>Checking SAM 2 on every device</source>
   <translation>SAM 2 wird auf jedem Gerät geprüft</translation>
  </message>
  <message>
   <source>Everything at once</source>
   <translation>Alles auf einmal</translation>
  </message>
  <message>
   <source>in the view</source>
   <translation>in der Ansicht</translation>
  </message>
  <message>
   <source>in the whole raster</source>
   <translation>im ganzen Raster</translation>
  </message>
  <message>
   <source>in the selected polygons</source>
   <translation>in den gewählten Polygonen</translation>
  </message>
  <message>
   <source>The selected polygons are those of the layer that the outlines go to.</source>
   <translation>Die gewählten Polygone sind die des Layers, in den die Umrisse kommen.</translation>
  </message>
  <message>
   <source>Segment all…</source>
   <translation>Alles segmentieren…</translation>
  </message>
  <message>
   <source>Draws a polygon around every object, in the background, into a new GeoPackage that fills on the map. More settings: Processing Toolbox &gt; SAM 2.</source>
   <translation>Zeichnet im Hintergrund um jedes Objekt ein Polygon, in ein neues GeoPackage, das sich auf der Karte füllt. Mehr Einstellungen: Verarbeitungswerkzeuge &gt; SAM 2.</translation>
  </message>
  <message>
   <source>Keys of the map tool</source>
   <translation>Tasten des Kartenwerkzeugs</translation>
  </message>
  <message>
   <source>The usual ones</source>
   <translation>Die üblichen</translation>
  </message>
  <message>
   <source>Click here and press the key. It acts only while the map tool is in use.</source>
   <translation>Hier klicken und die Taste drücken. Sie wirkt nur, während das Kartenwerkzeug benutzt wird.</translation>
  </message>
  <message>
   <source>Models on this computer</source>
   <translation>Modelle auf diesem Rechner</translation>
  </message>
  <message>
   <source>What dialogs and the dock begin with</source>
   <translation>Womit Dialoge und Bedienfeld beginnen</translation>
  </message>
  <message>
   <source>none: the model above</source>
   <translation>keiner: das Modell oben</translation>
  </message>
  <message>
   <source>the one that fits the checkpoint</source>
   <translation>die zum Checkpoint passende</translation>
  </message>
  <message>
   <source>qgis_process, scripts and saved models do not look at this, so that they mean the same on every computer.</source>
   <translation>qgis_process, Skripte und gespeicherte Modelle sehen hier nicht nach, damit sie auf jedem Rechner dasselbe bedeuten.</translation>
  </message>
  <message>
   <source>Add a checkpoint</source>
   <translation>Einen Checkpoint hinzufügen</translation>
  </message>
  <message>
   <source>It can be downloaded again.</source>
   <translation>Es kann wieder heruntergeladen werden.</translation>
  </message>
  <message>
   <source>Press Measure to see how fast it is.</source>
   <translation>Messen zeigt, wie schnell es ist.</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Fortsetzen</translation>
  </message>
  <message>
   <source>Download</source>
   <translation>Herunterladen</translation>
  </message>
  <message>
   <source>Remove {model} from this computer?</source>
   <translation>{model} von diesem Rechner entfernen?</translation>
  </message>
  <message>
   <source>Get the checkpoint; a download that broke off goes on where it was.</source>
   <translation>Den Checkpoint holen; ein abgebrochener Download macht dort weiter, wo er war.</translation>
  </message>
  <message>
   <source>What has arrived is kept, and the next download goes on from there.</source>
   <translation>Was angekommen ist, bleibt, und der nächste Download macht dort weiter.</translation>
  </message>
  <message>
   <source>Add from file…</source>
   <translation>Aus Datei hinzufügen…</translation>
  </message>
  <message>
   <source>One of Meta's checkpoints that you have already, under any name.</source>
   <translation>Einer von Metas Checkpoints, der schon da ist, unter beliebigem Namen.</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Delete the downloaded checkpoint.</source>
   <translation>Den heruntergeladenen Checkpoint löschen.</translation>
  </message>
  <message>
   <source>Measure</source>
   <translation>Messen</translation>
  </message>
  <message>
   <source>See how fast the model is on this computer, also before it is downloaded.</source>
   <translation>Sehen, wie schnell das Modell auf diesem Rechner ist, auch vor dem Download.</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>Prüfen</translation>
  </message>
  <message>
   <source>Let SAM 2 load the checkpoint, and see whether the config fits it.</source>
   <translation>SAM 2 den Checkpoint laden lassen und sehen, ob die Konfiguration zu ihm passt.</translation>
  </message>
  <message>
   <source>Nothing shown yet.</source>
   <translation>Noch nichts gezeigt.</translation>
  </message>
  <message>
   <source>This object</source>
   <translation>Dieses Objekt</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>Take the last prompt back.</source>
   <translation>Den letzten Prompt zurücknehmen.</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <source>Make it again.</source>
   <translation>Ihn wieder setzen.</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Leeren</translation>
  </message>
  <message>
   <source>Forget the prompts of this object.</source>
   <translation>Die Prompts dieses Objekts vergessen.</translation>
  </message>
  <message>
   <source>a box</source>
   <translation>ein Rechteck</translation>
  </message>
  <message>
   <source>a lasso</source>
   <translation>ein Lasso</translation>
  </message>
  <message>
   <source>Shown: {parts}.</source>
   <translation>Gezeigt: {parts}.</translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>Übernehmen</translation>
  </message>
  <message>
   <source>Put the outline into the layer as a new polygon.</source>
   <translation>Den Umriss als neues Polygon in den Layer übernehmen.</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Add the outline to the selected polygon.</source>
   <translation>Den Umriss zum gewählten Polygon hinzufügen.</translation>
  </message>
  <message>
   <source>Subtract</source>
   <translation>Abziehen</translation>
  </message>
  <message>
   <source>Cut the outline out of the selected polygon.</source>
   <translation>Den Umriss aus dem gewählten Polygon ausschneiden.</translation>
  </message>
  <message>
   <source>Merge with last</source>
   <translation>Mit letztem vereinen</translation>
  </message>
  <message>
   <source>Join the outline to the one accepted last.</source>
   <translation>Den Umriss mit dem zuletzt übernommenen vereinen.</translation>
  </message>
  <message>
   <source>Now click on the object itself.</source>
   <translation>Jetzt auf das Objekt selbst klicken.</translation>
  </message>
  <message>
   <source>Nothing found: add a point on the object, or drag a box around it.</source>
   <translation>Nichts gefunden: einen Punkt auf dem Objekt hinzufügen oder ein Rechteck darum ziehen.</translation>
  </message>
  <message>
   <source>{help} On the map: {key}</source>
   <translation>{help} Auf der Karte: {key}</translation>
  </message>
  <message>
   <source>{count} on it</source>
   <translation>{count} darauf</translation>
  </message>
  <message>
   <source>{count} beside it</source>
   <translation>{count} daneben</translation>
  </message>
  <message>
   <source>Segment by clicking</source>
   <translation>Durch Klicken segmentieren</translation>
  </message>
  <message>
   <source>Segment everything…</source>
   <translation>Alles segmentieren…</translation>
  </message>
  <message>
   <source>Segment everything in the active raster with SAM 2</source>
   <translation>Im aktiven Raster alles mit SAM 2 segmentieren</translation>
  </message>
  <message>
   <source>Click objects on the map; SAM 2 draws them</source>
   <translation>Objekte auf der Karte anklicken; SAM 2 zeichnet sie</translation>
  </message>
  <message>
   <source>Empty</source>
   <translation>Leeren</translation>
  </message>
  <message>
   <source>Remove all that is kept there. Nothing is lost but time: SAM 2 looks again where you click.</source>
   <translation>Alles dort Behaltene entfernen. Verloren geht nur Zeit: SAM 2 sieht beim Klicken noch einmal hin.</translation>
  </message>
  <message>
   <source>all cores</source>
   <translation>alle Kerne</translation>
  </message>
  <message>
   <source>https://server/folder, if there is one</source>
   <translation>https://server/ordner, wenn es einen gibt</translation>
  </message>
  <message>
   <source>beside the project, else beside the raster</source>
   <translation>neben dem Projekt, sonst neben dem Raster</translation>
  </message>
  <message>
   <source>In use</source>
   <translation>Belegt</translation>
  </message>
  <message>
   <source>Emptying what SAM 2 has seen</source>
   <translation>Es wird geleert, was SAM 2 gesehen hat</translation>
  </message>
  <message>
   <source>Counting</source>
   <translation>Es wird gezählt</translation>
  </message>
 </context>
</TS>
