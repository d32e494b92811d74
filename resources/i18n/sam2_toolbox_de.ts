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
   <translation>&lt;p&gt;Findet die Objekte in einem Luft-, Drohnen- oder Satellitenbild und zeichnet um jedes ein Polygon: Felder, Dächer, Kronen, Teiche, Autos. Nichts muss vorher benannt oder gezeichnet werden. SAM 2 sagt nicht, was ein Objekt ist, nur, wo es endet. Es läuft auf diesem Rechner; kein Bild verlässt ihn.&lt;/p&gt; &lt;p&gt;Das Raster wird in Kacheln geschnitten, und Objekte werden über sie hinweg wieder verbunden; seine Größe spielt also keine Rolle. Zuerst eine kleine &lt;b&gt;Ausdehnung&lt;/b&gt; probieren.&lt;/p&gt; &lt;h3&gt;Drei Einstellungen für den Anfang&lt;/h3&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;Zu wenige oder zu große Objekte?&lt;/b&gt; &lt;i&gt;Punkte je Seite&lt;/i&gt; auf 48 oder 64 erhöhen oder eine kleinere &lt;i&gt;Kachelgröße&lt;/i&gt; (fortgeschritten) wählen: jede Kachel wird für das Modell vergrößert. Objekte unter 12 Pixeln gehen verloren.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Zweifelhafte oder fehlende Objekte?&lt;/b&gt; &lt;i&gt;Vorhergesagte IoU mindestens&lt;/i&gt; und &lt;i&gt;Stabilität mindestens&lt;/i&gt; entscheiden, was bleibt. Höher: weniger und sicherere. Niedriger: mehr, mit Fehlern.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Ganze Felder oder Seen in einem feinen Bild?&lt;/b&gt; Eine gröbere &lt;i&gt;Auflösung&lt;/i&gt; (fortgeschritten) wählen: das Modell sieht mehr Boden auf einmal, und der Lauf ist schneller.&lt;/li&gt; &lt;/ul&gt; &lt;h3&gt;Das Ergebnis&lt;/h3&gt; &lt;p&gt;Objekte dürfen sich überlappen oder ineinander liegen, wie ein Dach auf einem Hof. Jedes hat:&lt;/p&gt; &lt;ul&gt;{fields}&lt;/ul&gt; &lt;p&gt;Die Metadaten des Layers (Eigenschaften &amp;gt; Metadaten) sagen, welches Modell und welche Einstellungen ihn gemacht haben. Ein abgebrochener Lauf behält die bis dahin gefundenen Objekte in seiner Datei, als unvollständig markiert. Was einen Lauf auch vorzeitig beendet: &lt;i&gt;Einen unterbrochenen Lauf fortsetzen&lt;/i&gt; (fortgeschritten) macht bei der letzten fertigen Kachel weiter.&lt;/p&gt; &lt;p&gt;Die Maus über eine Einstellung halten zeigt, was sie tut und wann man sie ändert.&lt;/p&gt;</translation>
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
   <source>&lt;p&gt;Draws the outline of every object that a vector layer points at: detections, clicks, survey points, boxes, old sketches. SAM 2 does not search for objects here; it outlines those you show it, and every result keeps the attributes of what showed it. It runs on this computer; no image leaves it.&lt;/p&gt; &lt;h3&gt;What prompts how&lt;/h3&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;Points&lt;/b&gt; lie on the object. A single point may mean part, object or group: SAM 2 proposes three outlines and the best is kept. Two points on the same object say more; so does a box.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Boxes and polygons&lt;/b&gt; say where the object is and how large. Set &lt;i&gt;Polygons are&lt;/i&gt; to &lt;i&gt;mask&lt;/i&gt; if their shape is nearly right already.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Lines&lt;/b&gt; run along or across the object; two to eight points on them are used.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Label field&lt;/b&gt;: 1 lies on the object, 0 beside it. &lt;b&gt;Group field&lt;/b&gt;: features with the same value show one object together, such as a box, a point on it and a point beside it.&lt;/li&gt; &lt;/ul&gt; &lt;h3&gt;The result&lt;/h3&gt; &lt;p&gt;One feature for each object, in the order of the prompts, with all their attributes (of a group those of the first) and:&lt;/p&gt; &lt;ul&gt;{fields}&lt;/ul&gt; &lt;p&gt;Where the prompts have a field of the same name, the new one ends in _2. Prompts outside the raster or on pixels without data are listed in the log and left out.&lt;/p&gt; &lt;p&gt;Objects may lie anywhere and be of any size: each is looked at where it is seen whole, large ones in a coarser image, and with the bundled model those in small boxes or polygons enlarged. The layer may have any CRS. Only selected features are used if you say so.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Zeichnet den Umriss jedes Objekts, auf das ein Vektorlayer zeigt: Erkennungen, Klicks, Vermessungspunkte, Rechtecke, alte Skizzen. SAM 2 sucht hier keine Objekte; es umreißt die gezeigten, und jedes Ergebnis behält die Attribute dessen, was es gezeigt hat. Es läuft auf diesem Rechner; kein Bild verlässt ihn.&lt;/p&gt; &lt;h3&gt;Was wie zeigt&lt;/h3&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;Punkte&lt;/b&gt; liegen auf dem Objekt. Ein einzelner Punkt kann Teil, Objekt oder Gruppe meinen: SAM 2 schlägt drei Umrisse vor, und der beste bleibt. Zwei Punkte auf demselben Objekt sagen mehr; ein Rechteck auch.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Rechtecke und Polygone&lt;/b&gt; sagen, wo das Objekt ist und wie groß. &lt;i&gt;Polygone sind&lt;/i&gt; auf &lt;i&gt;mask&lt;/i&gt; setzen, wenn ihre Form schon fast stimmt.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Linien&lt;/b&gt; laufen am Objekt entlang oder darüber; zwei bis acht Punkte auf ihnen werden benutzt.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Labelfeld&lt;/b&gt;: 1 liegt auf dem Objekt, 0 daneben. &lt;b&gt;Gruppenfeld&lt;/b&gt;: Zeilen mit demselben Wert zeigen zusammen ein Objekt, etwa ein Rechteck, ein Punkt darauf und einer daneben.&lt;/li&gt; &lt;/ul&gt; &lt;h3&gt;Das Ergebnis&lt;/h3&gt; &lt;p&gt;Eine Zeile je Objekt, in der Reihenfolge der Prompts, mit allen ihren Attributen (bei einer Gruppe denen der ersten) und:&lt;/p&gt; &lt;ul&gt;{fields}&lt;/ul&gt; &lt;p&gt;Haben die Prompts ein Feld desselben Namens, endet das neue auf _2. Prompts außerhalb des Rasters oder auf Pixeln ohne Daten stehen im Protokoll und bleiben weg.&lt;/p&gt; &lt;p&gt;Objekte dürfen überall liegen und beliebig groß sein: jedes wird dort angesehen, wo es ganz zu sehen ist, große in einem gröberen Bild, und mit dem mitgelieferten Modell die in kleinen Rechtecken oder Polygonen vergrößert. Der Layer darf jedes KBS haben. Auf Wunsch zählen nur gewählte Zeilen.&lt;/p&gt;</translation>
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
   <source>SAM 2 checkpoints (*.pt *.pth)</source>
   <translation>Checkpoints von SAM 2 (*.pt *.pth)</translation>
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
   <source>SAM 2 configs (*.yaml *.yml)</source>
   <translation>Konfigurationen von SAM 2 (*.yaml *.yml)</translation>
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
   <source>Keep a mask only if the model expects it to overlap the true object by this much (0-1). Lower it to get more objects and more mistakes. Left as it is, 0.4 with the model pico.</source>
   <translation>Eine Maske nur behalten, wenn das Modell erwartet, dass sie sich so weit mit dem wahren Objekt deckt (0-1). Niedriger: mehr Objekte und mehr Fehler. Unverändert gilt beim Modell pico 0,4.</translation>
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
   <source>Certificates and keys (*.pem *.crt *.cer *.key)</source>
   <translation>Zertifikate und Schlüssel (*.pem *.crt *.cer *.key)</translation>
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
   <source>JSON (*.json)</source>
   <translation>JSON (*.json)</translation>
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
   <source>NumPy archives (*.npz)</source>
   <translation>NumPy-Archive (*.npz)</translation>
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
   <source>Parquet (*.parquet)</source>
   <translation>Parquet (*.parquet)</translation>
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
   <source>HTML (*.html)</source>
   <translation>HTML (*.html)</translation>
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
   <translation>Klicken, was fehlt; Rechtsklick auf das, was nicht dazugehört. Tab zeigt einen anderen Kandidaten, Eingabe übernimmt.</translation>
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
   <source>Click</source>
   <translation>Klick</translation>
  </message>
  <message>
   <source>on the object</source>
   <translation>auf dem Objekt</translation>
  </message>
  <message>
   <source>Right-click</source>
   <translation>Rechtsklick</translation>
  </message>
  <message>
   <source>not this</source>
   <translation>dies nicht</translation>
  </message>
  <message>
   <source>Drag</source>
   <translation>Ziehen</translation>
  </message>
  <message>
   <source>a box around it</source>
   <translation>ein Rechteck darum</translation>
  </message>
  <message>
   <source>Shift+drag</source>
   <translation>Umschalt+Ziehen</translation>
  </message>
  <message>
   <source>a rough outline of it</source>
   <translation>ein grober Umriss</translation>
  </message>
  <message>
   <source>Tab</source>
   <translation>Tab</translation>
  </message>
  <message>
   <source>another candidate</source>
   <translation>ein anderer Kandidat</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <source>accept as a new polygon</source>
   <translation>als neues Polygon übernehmen</translation>
  </message>
  <message>
   <source>Shift / Ctrl+Enter</source>
   <translation>Umschalt / Strg+Eingabe</translation>
  </message>
  <message>
   <source>add to / subtract from the selected one</source>
   <translation>zum gewählten hinzu / davon ab</translation>
  </message>
  <message>
   <source>M</source>
   <translation>M</translation>
  </message>
  <message>
   <source>merge with the last one</source>
   <translation>mit dem letzten vereinen</translation>
  </message>
  <message>
   <source>Ctrl+Z / Ctrl+Y</source>
   <translation>Strg+Z / Strg+Y</translation>
  </message>
  <message>
   <source>undo / redo a prompt</source>
   <translation>einen Prompt zurücknehmen / wiederholen</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Entf</translation>
  </message>
  <message>
   <source>remove the prompt pointed at</source>
   <translation>den gezeigten Prompt entfernen</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>stop, or clear the prompts</source>
   <translation>anhalten oder die Prompts leeren</translation>
  </message>
  <message>
   <source>Ctrl+arrows, F, B, X</source>
   <translation>Strg+Pfeile, F, B, X</translation>
  </message>
  <message>
   <source>move a cursor; object, not this, box there</source>
   <translation>einen Zeiger bewegen; dort Objekt, dies nicht, Rechteck</translation>
  </message>
  <message>
   <source>K</source>
   <translation>K</translation>
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
   <source>Add outline by SAM 2</source>
   <translation>Umriss von SAM 2 hinzufügen</translation>
  </message>
  <message>
   <source>Add outline by SAM 2 to the polygon</source>
   <translation>Umriss von SAM 2 zum Polygon hinzufügen</translation>
  </message>
  <message>
   <source>Subtract outline by SAM 2 from the polygon</source>
   <translation>Umriss von SAM 2 vom Polygon abziehen</translation>
  </message>
  <message>
   <source>Merge outline by SAM 2 with the last one</source>
   <translation>Umriss von SAM 2 mit dem letzten vereinen</translation>
  </message>
  <message>
   <source>bundled</source>
   <translation>mitgeliefert</translation>
  </message>
  <message>
   <source>no weights yet</source>
   <translation>noch ohne Gewichte</translation>
  </message>
  <message>
   <source>downloaded</source>
   <translation>heruntergeladen</translation>
  </message>
  <message>
   <source>not checked yet</source>
   <translation>noch nicht geprüft</translation>
  </message>
  <message>
   <source>damaged</source>
   <translation>beschädigt</translation>
  </message>
  <message>
   <source>partly downloaded</source>
   <translation>teilweise geladen</translation>
  </message>
  <message>
   <source>not downloaded</source>
   <translation>nicht heruntergeladen</translation>
  </message>
  <message>
   <source>pico (bundled)</source>
   <translation>pico (mitgeliefert)</translation>
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
   <source>All files</source>
   <translation>Alle Dateien</translation>
  </message>
  <message>
   <source>outlines</source>
   <translation>Umrisse</translation>
  </message>
  <message>
   <source>GeoPackage for the outlines</source>
   <translation>GeoPackage für die Umrisse</translation>
  </message>
  <message>
   <source>GeoPackage for the objects</source>
   <translation>GeoPackage für die Objekte</translation>
  </message>
  <message>
   <source>objects</source>
   <translation>Objekte</translation>
  </message>
  <message>
   <source>Candidate {number}, score {score}: the model's own estimate of how well it fits (0-1).</source>
   <translation>Kandidat {number}, Score {score}: wie gut er nach Schätzung des Modells passt (0-1).</translation>
  </message>
  <message>
   <source>Tab and Shift+Tab on the map go from one to the next.</source>
   <translation>Tab und Umschalt+Tab auf der Karte gehen vom einen zum nächsten.</translation>
  </message>
  <message>
   <source>Bands {bands}; stretch {stretch}: {ranges}</source>
   <translation>Kanäle {bands}; Streckung {stretch}: {ranges}</translation>
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
   <source>none: the model above</source>
   <translation>keiner: das Modell oben</translation>
  </message>
  <message>
   <source>the one that fits the checkpoint</source>
   <translation>die zum Checkpoint passende</translation>
  </message>
  <message>
   <source>red</source>
   <translation>Rot</translation>
  </message>
  <message>
   <source>green</source>
   <translation>Grün</translation>
  </message>
  <message>
   <source>blue</source>
   <translation>Blau</translation>
  </message>
  <message>
   <source>How to segment by clicking</source>
   <translation>Wie man durch Klicken segmentiert</translation>
  </message>
  <message>
   <source>The band shown to the model as {name}. auto: the raster's own colours. Only the first one set: that band as grey. All three set: false colour.</source>
   <translation>Der Kanal, der dem Modell als {name} gezeigt wird. auto: die Farben des Rasters selbst. Nur der erste gesetzt: dieser Kanal als Grau. Alle drei gesetzt: Falschfarben.</translation>
  </message>
  <message>
   <source>SAM 2 looks at {raster}</source>
   <translation>SAM 2 sieht {raster} an</translation>
  </message>
  <message>
   <source>Once, some minutes: 1.3 GB on the disk, about 6 GB with an NVIDIA GPU. QGIS itself is not changed.</source>
   <translation>Einmal, einige Minuten: 1,3 GB auf der Platte, etwa 6 GB mit einer NVIDIA-GPU. QGIS selbst wird nicht verändert.</translation>
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
   <source>SAM 2 is being installed. You can go on with QGIS meanwhile.</source>
   <translation>SAM 2 wird installiert. QGIS lässt sich inzwischen benutzen.</translation>
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
   <source>The environment; models and the rest, if you like.</source>
   <translation>Die Umgebung; auf Wunsch auch Modelle und den Rest.</translation>
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
   <source>SAM 2 does not run without it. Settings are kept.</source>
   <translation>Ohne sie läuft SAM 2 nicht. Einstellungen bleiben.</translation>
  </message>
  <message>
   <source>Remove the downloaded models and what SAM 2 has seen, too</source>
   <translation>Auch die heruntergeladenen Modelle entfernen und was SAM 2 gesehen hat</translation>
  </message>
  <message>
   <source>A Python that runs SAM 2</source>
   <translation>Ein Python, in dem SAM 2 läuft</translation>
  </message>
  <message>
   <source>{size} GB in {folder}</source>
   <translation>{size} GB in {folder}</translation>
  </message>
  <message>
   <source>Folder: {folder}</source>
   <translation>Ordner: {folder}</translation>
  </message>
  <message>
   <source>made {day}</source>
   <translation>angelegt am {day}</translation>
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
   <source>The environment, the downloaded models and what SAM 2 has seen were removed.</source>
   <translation>Die Umgebung, die heruntergeladenen Modelle und was SAM 2 gesehen hat wurden entfernt.</translation>
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
   <source>qgis_process, scripts and saved models do not look at this, so that they mean the same on every computer.</source>
   <translation>qgis_process, Skripte und gespeicherte Modelle sehen hier nicht nach, damit sie auf jedem Rechner dasselbe bedeuten.</translation>
  </message>
  <message>
   <source>Add a checkpoint</source>
   <translation>Einen Checkpoint hinzufügen</translation>
  </message>
  <message>
   <source>SAM 2 checkpoints (*.pt *.pth);;All files (*)</source>
   <translation>Checkpoints von SAM 2 (*.pt *.pth);;Alle Dateien (*)</translation>
  </message>
  <message>
   <source>It can be downloaded again.</source>
   <translation>Es kann wieder heruntergeladen werden.</translation>
  </message>
  <message>
   <source>{tile} s a tile, {click} a click</source>
   <translation>{tile} s je Kachel, {click} je Klick</translation>
  </message>
  <message>
   <source>on: {device}</source>
   <translation>auf: {device}</translation>
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
   <source>cut by the raster's edge</source>
   <translation>vom Rand des Rasters geschnitten</translation>
  </message>
  <message>
   <source>score {score}</source>
   <translation>Score {score}</translation>
  </message>
  <message>
   <source>{number} of {count}</source>
   <translation>{number} von {count}</translation>
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
  <message>
   <source>The outline cannot be brought into the CRS of {1}. Check the CRS of both layers.</source>
   <translation>Der Umriss lässt sich nicht ins KBS von {1} bringen. Das KBS beider Layer prüfen.</translation>
  </message>
  <message>
   <source>{1} cannot be edited just now. Is another program writing to it?</source>
   <translation>{1} lässt sich gerade nicht bearbeiten. Schreibt ein anderes Programm darin?</translation>
  </message>
  <message>
   <source>{1} takes no polygons. Choose another layer.</source>
   <translation>{1} nimmt keine Polygone auf. Einen anderen Layer wählen.</translation>
  </message>
  <message>
   <source>{1} polygons, as the layer takes single ones.</source>
   <translation>{1} Polygone, denn der Layer nimmt nur einteilige auf.</translation>
  </message>
  <message>
   <source>{1} did not take the outline. Look at the constraints of its fields.</source>
   <translation>{1} hat den Umriss nicht angenommen. Die Bedingungen seiner Felder ansehen.</translation>
  </message>
  <message>
   <source>Nothing would be left of the polygon. Delete it with QGIS's own tools instead.</source>
   <translation>Vom Polygon bliebe nichts übrig. Es stattdessen mit den Werkzeugen von QGIS löschen.</translation>
  </message>
  <message>
   <source>The polygon would fall into {1} parts, and {2} takes single polygons. Accept the outline as a new polygon instead.</source>
   <translation>Das Polygon zerfiele in {1} Teile, und {2} nimmt nur einteilige Polygone auf. Den Umriss stattdessen als neues Polygon übernehmen.</translation>
  </message>
  <message>
   <source>{1} did not take the changed polygon.</source>
   <translation>{1} hat das geänderte Polygon nicht angenommen.</translation>
  </message>
  <message>
   <source>There is no last outline in the target layer to merge with. Accept one first.</source>
   <translation>Im Ziellayer gibt es keinen letzten Umriss, mit dem vereint werden könnte. Zuerst einen übernehmen.</translation>
  </message>
  <message>
   <source>Select exactly one polygon of {1} first; {2} are selected.</source>
   <translation>Zuerst genau ein Polygon von {1} wählen; gewählt sind {2}.</translation>
  </message>
  <message>
   <source>Stopped.</source>
   <translation>Angehalten.</translation>
  </message>
  <message>
   <source>That failed ({1}: {2}). Please report it.</source>
   <translation>Das ist misslungen ({1}: {2}). Bitte melden.</translation>
  </message>
  <message>
   <source>Choose a raster layer first.</source>
   <translation>Zuerst einen Rasterlayer wählen.</translation>
  </message>
  <message>
   <source>Select polygons in the layer that the outlines go to first.</source>
   <translation>Zuerst Polygone in dem Layer wählen, in den die Umrisse kommen.</translation>
  </message>
  <message>
   <source>The answer of SAM 2 could not be read ({1}: {2}). Please report it.</source>
   <translation>Die Antwort von SAM 2 ließ sich nicht lesen ({1}: {2}). Bitte melden.</translation>
  </message>
  <message>
   <source>Nothing can be written to {1}: {2}. {3}</source>
   <translation>In {1} lässt sich nichts schreiben: {2}. {3}</translation>
  </message>
  <message>
   <source>{1} objects found. They are in {2}.</source>
   <translation>{1} Objekte gefunden. Sie sind in {2}.</translation>
  </message>
  <message>
   <source>What had been found is in {1}.</source>
   <translation>Das bis dahin Gefundene ist in {1}.</translation>
  </message>
  <message>
   <source>The run failed. The log panel, tab Processing, says why.</source>
   <translation>Der Lauf ist misslungen. Warum, sagt das Protokoll im Reiter Processing.</translation>
  </message>
  <message>
   <source>No key is given for: {1}. Press one for it.</source>
   <translation>Keine Taste angegeben für: {1}. Eine dafür drücken.</translation>
  </message>
  <message>
   <source>{1} is the key of both {2} and {3}. Choose another one for one of them.</source>
   <translation>{1} ist die Taste für {2} und für {3}. Für eines davon eine andere wählen.</translation>
  </message>
  <message>
   <source>The keys cannot be kept: {1}. Make room on the disk.</source>
   <translation>Die Tasten lassen sich nicht speichern: {1}. Platz auf der Platte schaffen.</translation>
  </message>
  <message>
   <source>{1} is removed; {2} MB are free again.</source>
   <translation>{1} ist entfernt; {2} MB sind wieder frei.</translation>
  </message>
  <message>
   <source>{1} is here.</source>
   <translation>{1} ist da.</translation>
  </message>
  <message>
   <source>Downloading {1}</source>
   <translation>{1} wird heruntergeladen</translation>
  </message>
  <message>
   <source>Adding {1}</source>
   <translation>{1} wird hinzugefügt</translation>
  </message>
  <message>
   <source>Not as published: {1}. Remove it and download it again.</source>
   <translation>Nicht wie veröffentlicht: {1}. Entfernen und noch einmal herunterladen.</translation>
  </message>
  <message>
   <source>Checking models</source>
   <translation>Modelle werden geprüft</translation>
  </message>
  <message>
   <source>{1}: {2} s for a tile, on: {3}.</source>
   <translation>{1}: {2} s für eine Kachel, auf: {3}.</translation>
  </message>
  <message>
   <source>Measuring {1}</source>
   <translation>{1} wird gemessen</translation>
  </message>
  <message>
   <source>{1} can be used: {2} million weights, images of {3} pixels, config {4}.</source>
   <translation>{1} lässt sich verwenden: {2} Millionen Gewichte, Bilder von {3} Pixeln, Konfiguration {4}.</translation>
  </message>
  <message>
   <source>Checking the model</source>
   <translation>Das Modell wird geprüft</translation>
  </message>
  <message>
   <source>{1} of {2} MB</source>
   <translation>{1} von {2} MB</translation>
  </message>
  <message>
   <source>starting the worker</source>
   <translation>SAM 2 wird gestartet</translation>
  </message>
  <message>
   <source>QGIS is set to the SOCKS proxy {1} (Settings &gt; Options &gt; Network), which downloads of models cannot use. Choose an HTTP proxy there, or get the file another way and add it.</source>
   <translation>QGIS ist auf den SOCKS-Proxy {1} eingestellt (Einstellungen &gt; Optionen &gt; Netzwerk), über den sich Modelle nicht herunterladen lassen. Dort einen HTTP-Proxy wählen, oder die Datei auf anderem Weg holen und hinzufügen.</translation>
  </message>
  <message>
   <source>That is outside {1}. Prompts must lie on the raster.</source>
   <translation>Das ist außerhalb von {1}. Prompts müssen auf dem Raster liegen.</translation>
  </message>
  <message>
   <source>There is no outline to accept yet. Click an object, or drag a box around it.</source>
   <translation>Es gibt noch keinen Umriss zum Übernehmen. Ein Objekt anklicken oder ein Rechteck darum ziehen.</translation>
  </message>
  <message>
   <source>SAM 2 found nothing here. Add a point on the object, or drag a box around it.</source>
   <translation>SAM 2 hat hier nichts gefunden. Einen Punkt auf dem Objekt hinzufügen oder ein Rechteck darum ziehen.</translation>
  </message>
  <message>
   <source>SAM 2 looks at the view for the first time.</source>
   <translation>SAM 2 sieht die Ansicht zum ersten Mal an.</translation>
  </message>
  <message>
   <source>SAM 2 looks at the view: about {1} s left.</source>
   <translation>SAM 2 sieht die Ansicht an: noch etwa {1} s.</translation>
  </message>
  <message>
   <source>{1} You can click already, pan and zoom.</source>
   <translation>{1} Klicken, verschieben und zoomen geht schon.</translation>
  </message>
  <message>
   <source>{1} Your prompts are kept.</source>
   <translation>{1} Die Prompts bleiben.</translation>
  </message>
  <message>
   <source>Choose a polygon layer for the outlines, or make a new one.</source>
   <translation>Einen Polygonlayer für die Umrisse wählen oder einen neuen anlegen.</translation>
  </message>
  <message>
   <source>{1} has lost its source. Repair it, or choose another layer.</source>
   <translation>{1} hat seine Quelle verloren. Ihn reparieren oder einen anderen Layer wählen.</translation>
  </message>
  <message>
   <source>{1} holds no polygons. Choose a polygon layer.</source>
   <translation>{1} enthält keine Polygone. Einen Polygonlayer wählen.</translation>
  </message>
  <message>
   <source>{1} is read-only in this project. Choose another layer, or make a new one.</source>
   <translation>{1} ist in diesem Projekt schreibgeschützt. Einen anderen Layer wählen oder einen neuen anlegen.</translation>
  </message>
  <message>
   <source>The outlines of {1} cannot be changed in its format. Export it as a GeoPackage.</source>
   <translation>Die Umrisse von {1} lassen sich in seinem Format nicht ändern. Ihn als GeoPackage exportieren.</translation>
  </message>
  <message>
   <source>{1} cannot be edited: its file or format is read-only. Choose another layer, or make a new one.</source>
   <translation>{1} lässt sich nicht bearbeiten: Datei oder Format sind schreibgeschützt. Einen anderen Layer wählen oder einen neuen anlegen.</translation>
  </message>
  <message>
   <source>The GeoPackage {1} cannot be made: {2}. Choose another place.</source>
   <translation>Das GeoPackage {1} lässt sich nicht anlegen: {2}. Einen anderen Ort wählen.</translation>
  </message>
  <message>
   <source>The GeoPackage {1} has been made but cannot be opened. Choose another place.</source>
   <translation>Das GeoPackage {1} ist angelegt, lässt sich aber nicht öffnen. Einen anderen Ort wählen.</translation>
  </message>
  <message>
   <source>The run was cancelled.</source>
   <translation>Der Lauf wurde abgebrochen.</translation>
  </message>
  <message>
   <source>The view of the web layer could not be saved to {1}. Is the disk full?</source>
   <translation>Die Ansicht des Weblayers ließ sich nicht in {1} speichern. Ist die Platte voll?</translation>
  </message>
  <message>
   <source>Feature {1} of {2} cannot be reprojected to the raster's CRS. Check the CRS of the layer, or leave MASK_LAYER empty.</source>
   <translation>Objekt {1} von {2} lässt sich nicht ins KBS des Rasters umprojizieren. Das KBS des Layers prüfen oder MASK_LAYER leer lassen.</translation>
  </message>
  <message>
   <source>{1} has no polygons, so there is no area of interest. Draw one, clear the selection, or leave MASK_LAYER empty.</source>
   <translation>{1} hat keine Polygone, also gibt es kein Untersuchungsgebiet. Eines zeichnen, die Auswahl aufheben oder MASK_LAYER leer lassen.</translation>
  </message>
  <message>
   <source>{1} is {2}, which QGIS cannot open as a layer of polygons. Choose another one.</source>
   <translation>{1} ist {2}; QGIS kann das nicht als Polygonlayer öffnen. Einen anderen wählen.</translation>
  </message>
  <message>
   <source>Reading {1}</source>
   <translation>{1} wird gelesen</translation>
  </message>
  <message>
   <source>{1} or the raster has no CRS; both are taken to be in the same one.</source>
   <translation>{1} oder das Raster hat kein KBS; beide gelten als im selben.</translation>
  </message>
  <message>
   <source>Feature {1} of {2} cannot be reprojected to {3}. Check the CRS of the layer.</source>
   <translation>Objekt {1} von {2} lässt sich nicht nach {3} umprojizieren. Das KBS des Layers prüfen.</translation>
  </message>
  <message>
   <source>{1} has no field {2}; it has {3}.</source>
   <translation>{1} hat kein Feld {2}; es gibt {3}.</translation>
  </message>
  <message>
   <source>{1} cannot be written: {2}.</source>
   <translation>{1} lässt sich nicht schreiben: {2}.</translation>
  </message>
  <message>
   <source>The output layer cannot be created. {1}</source>
   <translation>Der Ausgabelayer lässt sich nicht anlegen. {1}</translation>
  </message>
  <message>
   <source>The output layer cannot be created: OUTPUT is missing.</source>
   <translation>Der Ausgabelayer lässt sich nicht anlegen: OUTPUT fehlt.</translation>
  </message>
  <message>
   <source>The objects cannot be written to {1}: {2}. Check that the disk has space left and that you may write there.</source>
   <translation>Die Objekte lassen sich nicht in {1} schreiben: {2}. Prüfen, ob auf der Platte Platz ist und ob man dort schreiben darf.</translation>
  </message>
  <message>
   <source>{1} is {2}, but the folder {3} does not exist.</source>
   <translation>{1} ist {2}, aber den Ordner {3} gibt es nicht.</translation>
  </message>
  <message>
   <source>{1} is {2}, but you may not write to the folder {3}. Choose another one.</source>
   <translation>{1} ist {2}, aber in den Ordner {3} darf man nicht schreiben. Einen anderen wählen.</translation>
  </message>
  <message>
   <source>{1} is {2}, which covers no area. Give xmin,xmax,ymin,ymax and, in square brackets, their CRS; or leave it empty for the whole raster.</source>
   <translation>{1} ist {2} und hat keine Fläche. xmin,xmax,ymin,ymax angeben und in eckigen Klammern ihr KBS; oder leer lassen für das ganze Raster.</translation>
  </message>
  <message>
   <source>{1} lies outside {2}, which covers {3}. Check the CRS of both, or leave it empty for the whole raster.</source>
   <translation>{1} liegt außerhalb von {2}, das {3} abdeckt. Das KBS beider prüfen, oder leer lassen für das ganze Raster.</translation>
  </message>
  <message>
   <source>{1} is {2}, a table without geometry. Choose a layer of points, lines or polygons.</source>
   <translation>{1} ist {2}, eine Tabelle ohne Geometrie. Einen Layer mit Punkten, Linien oder Polygonen wählen.</translation>
  </message>
  <message>
   <source>Reading the prompts</source>
   <translation>Die Prompts werden gelesen</translation>
  </message>
  <message>
   <source>{1} has no CRS; its coordinates are taken for those of the raster.</source>
   <translation>{1} hat kein KBS; seine Koordinaten gelten als die des Rasters.</translation>
  </message>
  <message>
   <source>of {1} cannot be reprojected to the raster's CRS and are left out</source>
   <translation>von {1} lassen sich nicht ins KBS des Rasters umprojizieren und bleiben weg</translation>
  </message>
  <message>
   <source>of {1} have no geometry and are left out</source>
   <translation>von {1} haben keine Geometrie und bleiben weg</translation>
  </message>
  <message>
   <source>of {1} are not valid polygons; what can be repaired of them prompts</source>
   <translation>von {1} sind keine gültigen Polygone; was sich an ihnen reparieren lässt, zeigt auf Objekte</translation>
  </message>
  <message>
   <source>{1} has changed during the run: it has no feature {2} any more. Run it again, and leave the layer alone meanwhile.</source>
   <translation>{1} hat sich während des Laufs geändert: das Objekt {2} gibt es nicht mehr. Den Lauf wiederholen und den Layer solange in Ruhe lassen.</translation>
  </message>
  <message>
   <source>{1} has no field {2}. Choose one of these: {3}.</source>
   <translation>{1} hat kein Feld {2}. Eines von diesen wählen: {3}.</translation>
  </message>
  <message>
   <source>no value</source>
   <translation>kein Wert</translation>
  </message>
  <message>
   <source>Feature {1} of {2} has {3} in {4}, the LABEL_FIELD; it must be 1 (lies on the object) or 0 (lies beside it).</source>
   <translation>Objekt {1} von {2} hat {3} in {4}, dem LABEL_FIELD; es muss 1 (liegt auf dem Objekt) oder 0 (liegt daneben) sein.</translation>
  </message>
  <message>
   <source>and {1} more</source>
   <translation>und {1} weitere</translation>
  </message>
  <message>
   <source>{1} features {2}: {3}{4}.</source>
   <translation>{1} Objekte {2}: {3}{4}.</translation>
  </message>
  <message>
   <source>{1} is missing: choose the raster to work on.</source>
   <translation>{1} fehlt: das Raster wählen, um das es geht.</translation>
  </message>
  <message>
   <source>{1} is the vector layer {2}. Choose a raster: an aerial or satellite image.</source>
   <translation>{1} ist der Vektorlayer {2}. Ein Raster wählen: ein Luft- oder Satellitenbild.</translation>
  </message>
  <message>
   <source>{1} is {2}, which does not exist.</source>
   <translation>{1} ist {2}, und das gibt es nicht.</translation>
  </message>
  <message>
   <source>{1} is {2}, which QGIS cannot open as a raster. Choose a raster layer or the file of an image.</source>
   <translation>{1} ist {2}; QGIS kann das nicht als Raster öffnen. Einen Rasterlayer oder die Datei eines Bildes wählen.</translation>
  </message>
  <message>
   <source>{1} is not a file on this computer ({2}), so SAM 2 cannot read its pixels. Export the part you need as a GeoTIFF first: Layer &gt; Save As…, then use that file.</source>
   <translation>{1} ist keine Datei auf diesem Rechner ({2}), SAM 2 kann seine Pixel also nicht lesen. Den benötigten Teil zuerst als GeoTIFF exportieren: Layer &gt; Speichern als…, dann diese Datei verwenden.</translation>
  </message>
  <message>
   <source>The layer's open option {1} is not used.</source>
   <translation>Die Öffnungsoption {1} des Layers wird nicht verwendet.</translation>
  </message>
  <message>
   <source>{1} objects found before are in {2}, which is not complete.</source>
   <translation>{1} vorher gefundene Objekte sind in {2}, das nicht vollständig ist.</translation>
  </message>
  <message>
   <source>Run it again with RESUME to go on from there.</source>
   <translation>Noch einmal mit RESUME laufen lassen, um dort weiterzumachen.</translation>
  </message>
  <message>
   <source>{1} It could not be marked as such: {2}.</source>
   <translation>{1} Es ließ sich nicht so kennzeichnen: {2}.</translation>
  </message>
  <message>
   <source>The layer's metadata could not be saved: {1}</source>
   <translation>Die Metadaten des Layers ließen sich nicht speichern: {1}</translation>
  </message>
  <message>
   <source>Open Settings &gt; Options &gt; SAM 2 Toolbox in QGIS, or run this once: {1}</source>
   <translation>In QGIS Einstellungen &gt; Optionen &gt; SAM 2 Toolbox öffnen oder dies einmal ausführen: {1}</translation>
  </message>
  <message>
   <source>SAM2_TOOLBOX_PYTHON names {1}, which does not exist. Point it at a Python with the requirements of SAM 2 Toolbox, or unset it.</source>
   <translation>SAM2_TOOLBOX_PYTHON nennt {1}, und das gibt es nicht. Auf ein Python mit den Anforderungen von SAM 2 Toolbox zeigen lassen oder die Variable entfernen.</translation>
  </message>
  <message>
   <source>The Python chosen for SAM 2, {1}, is not there any more.</source>
   <translation>Das für SAM 2 gewählte Python {1} ist nicht mehr da.</translation>
  </message>
  <message>
   <source>The Python environment that runs SAM 2 is not installed in {1}.</source>
   <translation>Die Python-Umgebung, in der SAM 2 läuft, ist nicht in {1} installiert.</translation>
  </message>
  <message>
   <source>The Python environment in {1} was made for another version of SAM 2 Toolbox.</source>
   <translation>Die Python-Umgebung in {1} wurde für eine andere Version von SAM 2 Toolbox angelegt.</translation>
  </message>
  <message>
   <source>The worker sent an incomplete frame of features ({1} bytes).</source>
   <translation>SAM 2 hat einen unvollständigen Block von Objekten geschickt ({1} Bytes).</translation>
  </message>
  <message>
   <source>Another process is making the environment; waiting for it.</source>
   <translation>Ein anderer Prozess legt die Umgebung an; es wird auf ihn gewartet.</translation>
  </message>
  <message>
   <source>Have it removed by someone who may write there.</source>
   <translation>Jemanden es entfernen lassen, der dort schreiben darf.</translation>
  </message>
  <message>
   <source>Close every QGIS that uses SAM 2 Toolbox and try again, or remove the folder yourself.</source>
   <translation>Jedes QGIS schließen, das SAM 2 Toolbox benutzt, und noch einmal versuchen, oder den Ordner selbst löschen.</translation>
  </message>
  <message>
   <source>The environment in {1} could not be removed: {2}. {3}</source>
   <translation>Die Umgebung in {1} ließ sich nicht entfernen: {2}. {3}</translation>
  </message>
  <message>
   <source>The new environment could not be moved to {1}: {2}. Close every QGIS that uses SAM 2 Toolbox and try again.</source>
   <translation>Die neue Umgebung ließ sich nicht nach {1} verschieben: {2}. Jedes QGIS schließen, das SAM 2 Toolbox benutzt, und noch einmal versuchen.</translation>
  </message>
  <message>
   <source>The environment cannot be made in {1}: {2}. {3}</source>
   <translation>Die Umgebung lässt sich nicht in {1} anlegen: {2}. {3}</translation>
  </message>
  <message>
   <source>making the environment</source>
   <translation>die Umgebung wird angelegt</translation>
  </message>
  <message>
   <source>finding PyTorch</source>
   <translation>PyTorch wird gesucht</translation>
  </message>
  <message>
   <source>Installing what reads rasters (about 500 MB), and PyTorch: {1}</source>
   <translation>Installiert wird, was Raster liest (etwa 500 MB), und PyTorch: {1}</translation>
  </message>
  <message>
   <source>installing what reads rasters</source>
   <translation>was Raster liest, wird installiert</translation>
  </message>
  <message>
   <source>install what reads rasters</source>
   <translation>installieren, was Raster liest</translation>
  </message>
  <message>
   <source>installing PyTorch</source>
   <translation>PyTorch wird installiert</translation>
  </message>
  <message>
   <source>installing SAM 2</source>
   <translation>SAM 2 wird installiert</translation>
  </message>
  <message>
   <source>install SAM 2</source>
   <translation>SAM 2 installieren</translation>
  </message>
  <message>
   <source>checking that everything loads</source>
   <translation>es wird geprüft, ob sich alles laden lässt</translation>
  </message>
  <message>
   <source>PyTorch cannot use the NVIDIA GPU with the driver installed; a newer driver may help.</source>
   <translation>PyTorch kann die NVIDIA-GPU mit dem installierten Treiber nicht benutzen; ein neuerer Treiber hilft vielleicht.</translation>
  </message>
  <message>
   <source>The environment is ready ({1} s).</source>
   <translation>Die Umgebung ist bereit ({1} s).</translation>
  </message>
  <message>
   <source>load what was installed</source>
   <translation>das Installierte laden</translation>
  </message>
  <message>
   <source>Making a Python environment in {1}, with a Python fetched by uv.</source>
   <translation>Eine Python-Umgebung wird in {1} angelegt, mit einem von uv geholten Python.</translation>
  </message>
  <message>
   <source>Making a Python {1} environment in {2}, with uv.</source>
   <translation>Eine Umgebung mit Python {1} wird in {2} angelegt, mit uv.</translation>
  </message>
  <message>
   <source>Making a Python {1} environment in {2}.</source>
   <translation>Eine Umgebung mit Python {1} wird in {2} angelegt.</translation>
  </message>
  <message>
   <source>find another build of PyTorch</source>
   <translation>einen anderen Build von PyTorch finden</translation>
  </message>
  <message>
   <source>install PyTorch</source>
   <translation>PyTorch installieren</translation>
  </message>
  <message>
   <source>The environment needs {1} GB of free disk space and {2} has {3} GB. Free some, or set SAM2_TOOLBOX_HOME to a folder on another disk.</source>
   <translation>Die Umgebung braucht {1} GB freien Plattenplatz, und {2} hat {3} GB. Platz schaffen oder SAM2_TOOLBOX_HOME auf einen Ordner einer anderen Platte setzen.</translation>
  </message>
  <message>
   <source>SAM 2 runs in a Python environment of its own, which is not installed yet.</source>
   <translation>SAM 2 läuft in einer eigenen Python-Umgebung, die noch nicht installiert ist.</translation>
  </message>
  <message>
   <source>An installation was cut short. Installing again goes on with what it has downloaded.</source>
   <translation>Eine Installation wurde abgebrochen. Noch einmal installieren macht mit dem schon Heruntergeladenen weiter.</translation>
  </message>
  <message>
   <source>The variable SAM2_TOOLBOX_PYTHON decides, whatever is chosen here: SAM 2 runs with {1}.</source>
   <translation>Die Variable SAM2_TOOLBOX_PYTHON entscheidet, was immer hier gewählt ist: SAM 2 läuft mit {1}.</translation>
  </message>
  <message>
   <source>SAM 2 runs with a Python of your own, {1}.</source>
   <translation>SAM 2 läuft mit einem eigenen Python, {1}.</translation>
  </message>
  <message>
   <source>SAM 2 is installed: {1}.</source>
   <translation>SAM 2 ist installiert: {1}.</translation>
  </message>
  <message>
   <source>the disk is full. Free some space and try again; what has been downloaded is kept</source>
   <translation>die Platte ist voll. Platz schaffen und noch einmal versuchen; was schon geladen ist, wird behalten</translation>
  </message>
  <message>
   <source>the proxy did not let the connection through. Check address, user and password in QGIS's Settings &gt; Options &gt; Network and try again</source>
   <translation>der Proxy hat die Verbindung nicht durchgelassen. Adresse, Benutzer und Passwort in QGIS unter Einstellungen &gt; Optionen &gt; Netzwerk prüfen und noch einmal versuchen</translation>
  </message>
  <message>
   <source>the address of the package index is not safe: it begins with http. Use the one that begins with https, and try again</source>
   <translation>die Adresse des Paketindexes ist nicht sicher: sie beginnt mit http. Die mit https verwenden und noch einmal versuchen</translation>
  </message>
  <message>
   <source>the package index refused the user. Check the address of your index, with user and password before its host, and try again</source>
   <translation>der Paketindex hat den Benutzer abgelehnt. Die Adresse des eigenen Indexes prüfen, mit Benutzer und Passwort vor dem Rechnernamen, und noch einmal versuchen</translation>
  </message>
  <message>
   <source>the certificate of the connection was not trusted. Behind a company's proxy, choose its file of certificates (PEM) and try again</source>
   <translation>dem Zertifikat der Verbindung wurde nicht vertraut. Hinter einem Firmenproxy dessen Zertifikatsdatei (PEM) wählen und noch einmal versuchen</translation>
  </message>
  <message>
   <source>the package index could not be reached, or the connection broke. Check the internet connection, and QGIS's proxy in Settings &gt; Options &gt; Network, and try again; what has been downloaded is kept. Without network, choose a folder of wheels</source>
   <translation>der Paketindex war nicht zu erreichen, oder die Verbindung brach ab. Die Internetverbindung und den Proxy von QGIS unter Einstellungen &gt; Optionen &gt; Netzwerk prüfen und noch einmal versuchen; was schon geladen ist, wird behalten. Ohne Netz einen Ordner mit Wheels wählen</translation>
  </message>
  <message>
   <source>a file of packages is damaged. If it is from a folder of wheels, copy it there again, and try again</source>
   <translation>eine Paketdatei ist beschädigt. Stammt sie aus einem Ordner mit Wheels, sie noch einmal dorthin kopieren und noch einmal versuchen</translation>
  </message>
  <message>
   <source>a folder could not be written. Check its permissions, or set SAM2_TOOLBOX_HOME to another folder (QGIS: Settings &gt; Options &gt; System &gt; Environment), and try again</source>
   <translation>ein Ordner ließ sich nicht beschreiben. Seine Rechte prüfen oder SAM2_TOOLBOX_HOME auf einen anderen Ordner setzen (QGIS: Einstellungen &gt; Optionen &gt; System &gt; Umgebung) und noch einmal versuchen</translation>
  </message>
  <message>
   <source>SAM 2's environment could not be made (failed to {1}): {2}. What was tried is in {3}.</source>
   <translation>Die Umgebung von SAM 2 ließ sich nicht anlegen (misslungen: {1}): {2}. Was versucht wurde, steht in {3}.</translation>
  </message>
  <message>
   <source>{1} is not the file that this version of SAM 2 Toolbox was tested with (its SHA-256 is another), so it was refused. Get it again from a place you trust</source>
   <translation>{1} ist nicht die Datei, mit der diese Version von SAM 2 Toolbox geprüft wurde (ihre SHA-256 ist eine andere), und wurde abgelehnt. Sie noch einmal von einem vertrauenswürdigen Ort holen</translation>
  </message>
  <message>
   <source>{1}. Try again; what has been downloaded is kept</source>
   <translation>{1}. Noch einmal versuchen; was schon geladen ist, wird behalten</translation>
  </message>
  <message>
   <source>the package index has no build for this computer's Python and processor. Install another Python (3.10 to 3.14, 64 bit) and try again</source>
   <translation>der Paketindex hat keinen Build für Python und Prozessor dieses Rechners. Ein anderes Python installieren (3.10 bis 3.14, 64 Bit) und noch einmal versuchen</translation>
  </message>
  <message>
   <source>the package index has no {1} for this computer's Python and processor. Check the address of your index, which most often ends with /simple, and try again</source>
   <translation>der Paketindex hat kein {1} für Python und Prozessor dieses Rechners. Die Adresse des eigenen Indexes prüfen, die meist auf /simple endet, und noch einmal versuchen</translation>
  </message>
  <message>
   <source>the folder of wheels, {1}, has no {2} for this computer's Python and processor. Add it, or make the folder again on a computer of the same kind (docs/install.md), and try again</source>
   <translation>der Ordner mit Wheels, {1}, hat kein {2} für Python und Prozessor dieses Rechners. Es hinzufügen oder den Ordner auf einem Rechner derselben Art neu anlegen (docs/install.md) und noch einmal versuchen</translation>
  </message>
  <message>
   <source>Step {1} of {2}: {3}</source>
   <translation>Schritt {1} von {2}: {3}</translation>
  </message>
  <message>
   <source>{1}, {2} {3} of {4} MB</source>
   <translation>{1}, {2} {3} von {4} MB</translation>
  </message>
  <message>
   <source>{1}, {2} MB downloaded</source>
   <translation>{1}, {2} MB geladen</translation>
  </message>
  <message>
   <source>{1} could not be started: {2}. Try again; if that does not help, remove the environment and install it again.</source>
   <translation>{1} ließ sich nicht starten: {2}. Noch einmal versuchen; hilft das nicht, die Umgebung entfernen und neu installieren.</translation>
  </message>
  <message>
   <source>make the environment</source>
   <translation>die Umgebung anlegen</translation>
  </message>
  <message>
   <source>update pip</source>
   <translation>pip aktualisieren</translation>
  </message>
  <message>
   <source>find PyTorch</source>
   <translation>PyTorch finden</translation>
  </message>
  <message>
   <source>fetch uv</source>
   <translation>uv holen</translation>
  </message>
  <message>
   <source>install what builds packages</source>
   <translation>installieren, was Pakete baut</translation>
  </message>
  <message>
   <source>read pip's settings</source>
   <translation>die Einstellungen von pip lesen</translation>
  </message>
  <message>
   <source>{1} cannot make virtual environments. Install its venv module (on Debian and Ubuntu: apt install python3-venv) and try again.</source>
   <translation>{1} kann keine virtuellen Umgebungen anlegen. Das Modul venv dafür installieren (unter Debian und Ubuntu: apt install python3-venv) und noch einmal versuchen.</translation>
  </message>
  <message>
   <source>No Python 3.{1} to 3.{2} was found on this computer, and SAM 2 needs one. Install Python (on Debian and Ubuntu: apt install python3 python3-venv) and try again.</source>
   <translation>Auf diesem Rechner wurde kein Python 3.{1} bis 3.{2} gefunden, und SAM 2 braucht eines. Python installieren (unter Debian und Ubuntu: apt install python3 python3-venv) und noch einmal versuchen.</translation>
  </message>
  <message>
   <source>{1} runs SAM 2: Python {2}, PyTorch {3}.</source>
   <translation>{1} führt SAM 2 aus: Python {2}, PyTorch {3}.</translation>
  </message>
  <message>
   <source>Tested with other versions: {1}.</source>
   <translation>Mit anderen Versionen geprüft: {1}.</translation>
  </message>
  <message>
   <source>There is no Python in {1}. Choose an interpreter or the folder of an environment.</source>
   <translation>In {1} ist kein Python. Einen Interpreter oder den Ordner einer Umgebung wählen.</translation>
  </message>
  <message>
   <source>{1} is Python {2}; SAM 2 needs {3} or newer.</source>
   <translation>{1} ist Python {2}; SAM 2 braucht {3} oder neuer.</translation>
  </message>
  <message>
   <source>{1} lacks {2}. Install what resources/requirements-worker.txt lists into it, or choose another Python.</source>
   <translation>{1} fehlt {2}. Dort installieren, was resources/requirements-worker.txt auflistet, oder ein anderes Python wählen.</translation>
  </message>
  <message>
   <source>{1} does not answer as a Python does. Choose another one.</source>
   <translation>{1} antwortet nicht wie ein Python. Ein anderes wählen.</translation>
  </message>
  <message>
   <source>The folder of wheels, {1}, does not exist. Choose another one, or none to install from the network.</source>
   <translation>Den Ordner mit Wheels, {1}, gibt es nicht. Einen anderen wählen oder keinen, um aus dem Netz zu installieren.</translation>
  </message>
  <message>
   <source>The file of certificates, {1}, does not exist. Choose another one, or none to trust what this computer trusts.</source>
   <translation>Die Zertifikatsdatei {1} gibt es nicht. Eine andere wählen oder keine, um dem zu vertrauen, dem dieser Rechner vertraut.</translation>
  </message>
  <message>
   <source>the CPU build (about 1 GB)</source>
   <translation>der CPU-Build (etwa 1 GB)</translation>
  </message>
  <message>
   <source>the CUDA build (about 5.5 GB)</source>
   <translation>der CUDA-Build (etwa 5,5 GB)</translation>
  </message>
  <message>
   <source>{1}, although {2}: the smaller CPU build could not be reached from here</source>
   <translation>{1}, obwohl: {2}; der kleinere CPU-Build war von hier nicht zu erreichen</translation>
  </message>
  <message>
   <source>you have asked for it</source>
   <translation>so gewünscht</translation>
  </message>
  <message>
   <source>it uses Apple's GPU (Metal), too</source>
   <translation>er benutzt auch die GPU von Apple (Metal)</translation>
  </message>
  <message>
   <source>this computer has no NVIDIA GPU with its driver</source>
   <translation>dieser Rechner hat keine NVIDIA-GPU mit ihrem Treiber</translation>
  </message>
  <message>
   <source>the NVIDIA driver {1} is too old, CUDA needs {2} or newer</source>
   <translation>der NVIDIA-Treiber {1} ist zu alt, CUDA braucht {2} oder neuer</translation>
  </message>
  <message>
   <source>the NVIDIA GPU</source>
   <translation>die NVIDIA-GPU</translation>
  </message>
  <message>
   <source>no CUDA build for {1} could be reached from here</source>
   <translation>ein CUDA-Build für {1} war von hier nicht zu erreichen</translation>
  </message>
  <message>
   <source>{1} is not the file that this version of SAM 2 Toolbox was tested with: its SHA-256 is another, so it may be damaged or forged. It was refused. Get it again from a place you trust.</source>
   <translation>{1} ist nicht die Datei, mit der diese Version von SAM 2 Toolbox geprüft wurde: ihre SHA-256 ist eine andere, sie kann also beschädigt oder gefälscht sein. Sie wurde abgelehnt. Sie noch einmal von einem vertrauenswürdigen Ort holen.</translation>
  </message>
  <message>
   <source>The features cannot be put down in {1}: {2}. Check that the disk has space left and that you may write there.</source>
   <translation>Die Objekte lassen sich nicht in {1} ablegen: {2}. Prüfen, ob auf der Platte Platz ist und ob man dort schreiben darf.</translation>
  </message>
  <message>
   <source>The features in {1} cannot be read: {2}. Start the run again.</source>
   <translation>Die Objekte in {1} lassen sich nicht lesen: {2}. Den Lauf noch einmal starten.</translation>
  </message>
  <message>
   <source>The worker is not running. Start it again.</source>
   <translation>Der Prozess von SAM 2 läuft nicht. Ihn neu starten.</translation>
  </message>
  <message>
   <source>The worker did not answer within {1} seconds of its start. Try again; if that does not help, set up the worker environment again.</source>
   <translation>Der Prozess von SAM 2 hat {1} Sekunden nach seinem Start nicht geantwortet. Noch einmal versuchen; hilft das nicht, die Umgebung neu einrichten.</translation>
  </message>
  <message>
   <source>The worker did not begin with a hello. Install the plugin again.</source>
   <translation>Der Prozess von SAM 2 hat nicht mit einem Gruß begonnen. Das Plugin noch einmal installieren.</translation>
  </message>
  <message>
   <source>The worker process stopped {1}: {2}. Run it again; if that does not help, set up the worker environment again.</source>
   <translation>Der Prozess von SAM 2 endete {1}: {2}. Noch einmal versuchen; hilft das nicht, die Umgebung neu einrichten.</translation>
  </message>
  <message>
   <source>The file of certificates, {1}, cannot be read: {2}. Choose another one, or none, where the environment is set up.</source>
   <translation>Die Zertifikatsdatei {1} lässt sich nicht lesen: {2}. Dort, wo die Umgebung eingerichtet wird, eine andere oder keine wählen.</translation>
  </message>
  <message>
   <source>it answers {1} ({2})</source>
   <translation>er antwortet {1} ({2})</translation>
  </message>
  <message>
   <source>its certificate is not trusted ({1}); behind a company's proxy, add the company's certificate in Settings &gt; Options &gt; Authentication</source>
   <translation>seinem Zertifikat wird nicht vertraut ({1}); hinter einem Firmenproxy das Zertifikat der Firma unter Einstellungen &gt; Optionen &gt; Authentifizierung hinzufügen</translation>
  </message>
  <message>
   <source>no safe connection comes about ({1})</source>
   <translation>es kommt keine sichere Verbindung zustande ({1})</translation>
  </message>
  <message>
   <source>it was silent for {1} s</source>
   <translation>er hat {1} s geschwiegen</translation>
  </message>
  <message>
   <source>the proxy refuses ({1})</source>
   <translation>der Proxy lehnt ab ({1})</translation>
  </message>
  <message>
   <source>the connection fails ({1})</source>
   <translation>die Verbindung misslingt ({1})</translation>
  </message>
  <message>
   <source>{1} cannot be started: {2}. Choose another.</source>
   <translation>{1} lässt sich nicht starten: {2}. Ein anderes wählen.</translation>
  </message>
  <message>
   <source>{1} does not run what SAM 2 needs ({2}).</source>
   <translation>{1} führt nicht aus, was SAM 2 braucht ({2}).</translation>
  </message>
  <message>
   <source>The worker speaks version {1} of the protocol, this plugin version {2}. Restart QGIS; if that does not help, install the plugin again.</source>
   <translation>Der Prozess von SAM 2 spricht Version {1} des Protokolls, dieses Plugin Version {2}. QGIS neu starten; hilft das nicht, das Plugin noch einmal installieren.</translation>
  </message>
  <message>
   <source>The worker sent {1}, which this plugin does not understand. Restart QGIS; if that does not help, install the plugin again.</source>
   <translation>Der Prozess von SAM 2 hat {1} geschickt, was dieses Plugin nicht versteht. QGIS neu starten; hilft das nicht, das Plugin noch einmal installieren.</translation>
  </message>
  <message>
   <source>it was killed, often because the computer ran out of memory</source>
   <translation>er wurde beendet, oft weil dem Rechner der Speicher ausging</translation>
  </message>
  <message>
   <source>it was told to stop by another program</source>
   <translation>ein anderes Programm hat ihn beendet</translation>
  </message>
  <message>
   <source>it crashed in a native library, reading memory that is not its own</source>
   <translation>er ist in einer Bibliothek abgestürzt, beim Lesen fremden Speichers</translation>
  </message>
  <message>
   <source>it crashed in a native library, often because a file shrank or the disk is full</source>
   <translation>er ist in einer Bibliothek abgestürzt, oft weil eine Datei kürzer wurde oder die Platte voll ist</translation>
  </message>
  <message>
   <source>a native library gave up</source>
   <translation>eine Bibliothek hat aufgegeben</translation>
  </message>
  <message>
   <source>it used an instruction this processor does not have</source>
   <translation>er hat einen Befehl benutzt, den dieser Prozessor nicht kennt</translation>
  </message>
  <message>
   <source>it crashed in a native library's arithmetic</source>
   <translation>er ist beim Rechnen in einer Bibliothek abgestürzt</translation>
  </message>
  <message>
   <source>the computer ran out of memory</source>
   <translation>dem Rechner ging der Speicher aus</translation>
  </message>
  <message>
   <source>it ran out of stack</source>
   <translation>ihm ging der Stapelspeicher aus</translation>
  </message>
  <message>
   <source>a library (DLL) it needs was not found</source>
   <translation>eine benötigte Bibliothek (DLL) wurde nicht gefunden</translation>
  </message>
  <message>
   <source>a library (DLL) it needs could not be started</source>
   <translation>eine benötigte Bibliothek (DLL) ließ sich nicht starten</translation>
  </message>
  <message>
   <source>it ended by signal {1}</source>
   <translation>er endete mit Signal {1}</translation>
  </message>
  <message>
   <source>{1} (exit code 0x{2})</source>
   <translation>{1} (Exit-Code 0x{2})</translation>
  </message>
  <message>
   <source>it ended with exit code {1}</source>
   <translation>er endete mit Exit-Code {1}</translation>
  </message>
  <message>
   <source>The worker sent something that is not a message of this plugin: {1}. Repair the worker's environment.</source>
   <translation>SAM 2 hat etwas geschickt, das keine Nachricht dieses Plugins ist: {1}. Die Umgebung reparieren.</translation>
  </message>
  <message>
   <source>The worker stopped in the middle of a message.</source>
   <translation>Der Prozess von SAM 2 endete mitten in einer Nachricht.</translation>
  </message>
  <message>
   <source>The worker's Python, {1}, cannot be started: {2}. Set up the worker environment again.</source>
   <translation>Das Python von SAM 2, {1}, lässt sich nicht starten: {2}. Die Umgebung neu einrichten.</translation>
  </message>
  <message>
   <source>{1} comes with the plugin; there is nothing to download.</source>
   <translation>{1} kommt mit dem Plugin; es gibt nichts herunterzuladen.</translation>
  </message>
  <message>
   <source>Another QGIS or script downloads {1}; waiting for it.</source>
   <translation>Ein anderes QGIS oder Skript lädt {1} herunter; es wird darauf gewartet.</translation>
  </message>
  <message>
   <source>{1} is not to be had from {2}.</source>
   <translation>{1} ist von {2} nicht zu bekommen.</translation>
  </message>
  <message>
   <source>What has arrived is kept, and the next try goes on from there.</source>
   <translation>Was angekommen ist, bleibt, und der nächste Versuch macht dort weiter.</translation>
  </message>
  <message>
   <source>{1} could not be downloaded. {2}.{3} Check the internet connection and the proxy (in QGIS: Settings &gt; Options &gt; Network), or get {4} another way and add it from the file.</source>
   <translation>{1} ließ sich nicht herunterladen. {2}.{3} Internetverbindung und Proxy prüfen (in QGIS: Einstellungen &gt; Optionen &gt; Netzwerk), oder {4} auf anderem Weg holen und aus der Datei hinzufügen.</translation>
  </message>
  <message>
   <source>it breaks off after {1} of {2} MB</source>
   <translation>sie bricht nach {1} von {2} MB ab</translation>
  </message>
  <message>
   <source>Checking {1}.</source>
   <translation>{1} wird geprüft.</translation>
  </message>
  <message>
   <source>{1} needs {2} MB more in {3}, and {4} MB are free. Make room on that disk; SAM2_TOOLBOX_HOME names another place.</source>
   <translation>{1} braucht {2} MB mehr in {3}, und {4} MB sind frei. Auf dieser Platte Platz schaffen; SAM2_TOOLBOX_HOME nennt einen anderen Ort.</translation>
  </message>
  <message>
   <source>The checkpoint {1} cannot be read: {2}.</source>
   <translation>Der Checkpoint {1} lässt sich nicht lesen: {2}.</translation>
  </message>
  <message>
   <source>There is no file {1}. Choose a checkpoint (.pt).</source>
   <translation>Eine Datei {1} gibt es nicht. Einen Checkpoint (.pt) wählen.</translation>
  </message>
  <message>
   <source>{1} is none of Meta's checkpoints as they were published{2}. If it is a model of your own, give it as CHECKPOINT; else get the file again.</source>
   <translation>{1} ist keiner von Metas Checkpoints, wie sie veröffentlicht wurden{2}. Ist es ein eigenes Modell, es als CHECKPOINT angeben; sonst die Datei noch einmal holen.</translation>
  </message>
  <message>
   <source>{1} comes with the plugin and cannot be removed. Choose another model.</source>
   <translation>{1} kommt mit dem Plugin und lässt sich nicht entfernen. Ein anderes Modell wählen.</translation>
  </message>
  <message>
   <source>Close every QGIS that uses the model and try again.</source>
   <translation>Jedes QGIS schließen, das das Modell benutzt, und noch einmal versuchen.</translation>
  </message>
  <message>
   <source>{1} cannot be removed: {2}. {3}</source>
   <translation>{1} lässt sich nicht entfernen: {2}. {3}</translation>
  </message>
  <message>
   <source>{1} has changed while it was copied. Try again.</source>
   <translation>{1} hat sich beim Kopieren geändert. Noch einmal versuchen.</translation>
  </message>
  <message>
   <source>{1} cannot be written: {2}{3}. Make room on that disk or make the folder writable, then try again; SAM2_TOOLBOX_HOME names another place.</source>
   <translation>{1} lässt sich nicht schreiben: {2}{3}. Auf der Platte Platz schaffen oder den Ordner beschreibbar machen und noch einmal versuchen; SAM2_TOOLBOX_HOME nennt einen anderen Ort.</translation>
  </message>
  <message>
   <source>{1} is being written by another QGIS or script. Wait until it is done, or stop it there.</source>
   <translation>{1} wird gerade von einem anderen QGIS oder Skript geschrieben. Warten, bis es fertig ist, oder es dort anhalten.</translation>
  </message>
  <message>
   <source>one of {1}</source>
   <translation>eines von {1}</translation>
  </message>
  <message>
   <source>true or false</source>
   <translation>true oder false</translation>
  </message>
  <message>
   <source>a list of band numbers, starting at 1</source>
   <translation>eine Liste von Kanalnummern, ab 1</translation>
  </message>
  <message>
   <source>a list of points x, y, label with label 1 (foreground) or 0 (background)</source>
   <translation>eine Liste von Punkten x, y, label mit label 1 (Vordergrund) oder 0 (Hintergrund)</translation>
  </message>
  <message>
   <source>four numbers xmin, ymin, xmax, ymax, or four corners x, y</source>
   <translation>vier Zahlen xmin, ymin, xmax, ymax oder vier Ecken x, y</translation>
  </message>
  <message>
   <source>{1} from {2} to {3}</source>
   <translation>{1} von {2} bis {3}</translation>
  </message>
  <message>
   <source>{1} of at least {2}</source>
   <translation>{1} ab {2}</translation>
  </message>
  <message>
   <source>{1} of at most {2}</source>
   <translation>{1} bis {2}</translation>
  </message>
  <message>
   <source>{1} is {2}; it must be {3}.</source>
   <translation>{1} ist {2}; erlaubt: {3}.</translation>
  </message>
  <message>
   <source>Unknown parameter {1}; known are {2}.</source>
   <translation>Unbekannter Parameter {1}; bekannt sind {2}.</translation>
  </message>
  <message>
   <source>{1}: cannot be used, {2}. SAM 2 takes another device.</source>
   <translation>{1}: nicht verwendbar, {2}. SAM 2 nimmt ein anderes Gerät.</translation>
  </message>
  <message>
   <source>{1}: works. {2} looks at an image in {3} s, answers a click in {4}, and was ready after {5} s.</source>
   <translation>{1}: geht. {2} sieht ein Bild in {3} s an, beantwortet einen Klick in {4} und war nach {5} s bereit.</translation>
  </message>
  <message>
   <source>But its results differ from the processor's: set the device to cpu, and report this.</source>
   <translation>Aber seine Ergebnisse weichen von denen des Prozessors ab: das Gerät auf cpu setzen und das melden.</translation>
  </message>
  <message>
   <source>{1} is {2}; give the whole path, from the root.</source>
   <translation>{1} ist {2}; den ganzen Pfad angeben, von der Wurzel an.</translation>
  </message>
  <message>
   <source>The settings cannot be kept: {1} {2}. Make that folder writable, or choose another one.</source>
   <translation>Die Einstellungen lassen sich nicht speichern: {1} {2}. Den Ordner beschreibbar machen oder einen anderen wählen.</translation>
  </message>
  <message>
   <source>{1} SAM2_TOOLBOX_HOME to another folder, one you may write to (in QGIS: Settings &gt; Options &gt; System &gt; Environment), and start QGIS again.</source>
   <translation>{1} SAM2_TOOLBOX_HOME auf einen anderen Ordner, in den man schreiben darf (in QGIS: Einstellungen &gt; Optionen &gt; System &gt; Umgebung), und QGIS neu starten.</translation>
  </message>
  <message>
   <source>opening the raster</source>
   <translation>das Raster wird geöffnet</translation>
  </message>
  <message>
   <source>loading the model</source>
   <translation>das Modell wird geladen</translation>
  </message>
  <message>
   <source>encoding</source>
   <translation>die Ansicht wird vorbereitet</translation>
  </message>
  <message>
   <source>The view does not touch {1}. Move the map to where the raster is.</source>
   <translation>Die Ansicht berührt {1} nicht. Die Karte dorthin verschieben, wo das Raster ist.</translation>
  </message>
  <message>
   <source>The prompt holds no foreground point, no box and no lasso: show where the object is.</source>
   <translation>Der Prompt hat weder einen Punkt auf dem Objekt noch ein Rechteck noch ein Lasso: zeigen, wo das Objekt ist.</translation>
  </message>
  <message>
   <source>The prompt lies outside {1}. Click, or draw, on the raster.</source>
   <translation>Der Prompt liegt außerhalb von {1}. Auf das Raster klicken oder zeichnen.</translation>
  </message>
  <message>
   <source>LASSO cannot be read as a polygon: {1}.</source>
   <translation>LASSO lässt sich nicht als Polygon lesen: {1}.</translation>
  </message>
  <message>
   <source>LASSO has no area; draw it around the object.</source>
   <translation>LASSO hat keine Fläche; es um das Objekt ziehen.</translation>
  </message>
  <message>
   <source>reading the range of values</source>
   <translation>der Wertebereich wird gelesen</translation>
  </message>
  <message>
   <source>SCHEDULER is {1}; it must be tls://host:port or tcp://host:port, the address that dask scheduler prints when it starts, or empty for this computer.</source>
   <translation>SCHEDULER ist {1}; es muss tls://host:port oder tcp://host:port sein, die Adresse, die dask scheduler beim Start ausgibt, oder leer für diesen Rechner.</translation>
  </message>
  <message>
   <source>SCHEDULER is {1}, which does not use the certificates given. Start the cluster with TLS and give its tls:// address, or leave SCHEDULER_CA, SCHEDULER_CERT and SCHEDULER_KEY empty.</source>
   <translation>SCHEDULER ist {1} und benutzt die angegebenen Zertifikate nicht. Den Cluster mit TLS starten und seine tls://-Adresse angeben, oder SCHEDULER_CA, SCHEDULER_CERT und SCHEDULER_KEY leer lassen.</translation>
  </message>
  <message>
   <source>SCHEDULER is {1}, another computer by an unencrypted link. Such a link carries programs, and anyone who can write to it can run theirs on this computer and on the cluster. Use tls:// with certificates, or set SCHEDULER_PLAIN in a network where you trust everyone.</source>
   <translation>SCHEDULER ist {1}, ein anderer Rechner über eine unverschlüsselte Verbindung. Eine solche Verbindung trägt Programme, und wer in sie schreiben kann, kann seine eigenen auf diesem Rechner und dem Cluster ausführen. tls:// mit Zertifikaten verwenden, oder SCHEDULER_PLAIN setzen, wenn man im Netz allen vertraut.</translation>
  </message>
  <message>
   <source>SCHEDULER is a tls:// address, but {1} is empty. Give SCHEDULER_CA and SCHEDULER_CERT (and SCHEDULER_KEY, unless the key is in the certificate's file).</source>
   <translation>SCHEDULER ist eine tls://-Adresse, aber {1} ist leer. SCHEDULER_CA und SCHEDULER_CERT angeben (und SCHEDULER_KEY, wenn der Schlüssel nicht in der Datei des Zertifikats ist).</translation>
  </message>
  <message>
   <source>{1} is {2}, which cannot be read: {3}.</source>
   <translation>{1} ist {2} und lässt sich nicht lesen: {3}.</translation>
  </message>
  <message>
   <source>connecting to {1}</source>
   <translation>Verbindung mit {1}</translation>
  </message>
  <message>
   <source>No connection to the scheduler {1}: {2}. See whether it runs there, whether a firewall is between, and whether both ends use the same certificates.</source>
   <translation>Keine Verbindung zum Scheduler {1}: {2}. Nachsehen, ob er dort läuft, ob eine Firewall dazwischen ist und ob beide Seiten dieselben Zertifikate benutzen.</translation>
  </message>
  <message>
   <source>The scheduler {1} {2}: {3}. See whether it still runs, and start the run again.</source>
   <translation>Der Scheduler {1} {2}: {3}. Nachsehen, ob er noch läuft, und den Lauf neu starten.</translation>
  </message>
  <message>
   <source>The connection to the scheduler {1} was lost. See whether it still runs, and start the run again.</source>
   <translation>Die Verbindung zum Scheduler {1} ging verloren. Nachsehen, ob er noch läuft, und den Lauf neu starten.</translation>
  </message>
  <message>
   <source>SCHEDULER needs the package distributed, which the worker's Python does not have. Install it with this command: "{1}" -m pip install -r "{2}".</source>
   <translation>SCHEDULER braucht das Paket distributed, das dem Python von SAM 2 fehlt. Mit diesem Befehl installieren: "{1}" -m pip install -r "{2}".</translation>
  </message>
  <message>
   <source>{1} was given to {2} workers of the cluster, and each of them died over it, most likely for want of memory. Choose smaller tiles or a smaller model, or give the workers more memory; their logs say more.</source>
   <translation>{1} wurde {2} Workern des Clusters gegeben, und jeder ist daran gestorben, wahrscheinlich aus Mangel an Speicher. Kleinere Kacheln oder ein kleineres Modell wählen oder den Workern mehr Speicher geben; ihre Protokolle sagen mehr.</translation>
  </message>
  <message>
   <source>{1} failed on the cluster ({2}: {3}). The logs of its workers say more.</source>
   <translation>{1} ist auf dem Cluster misslungen ({2}: {3}). Die Protokolle seiner Worker sagen mehr.</translation>
  </message>
  <message>
   <source>The raster must be readable under the same path on every worker.</source>
   <translation>Das Raster muss auf jedem Worker unter demselben Pfad lesbar sein.</translation>
  </message>
  <message>
   <source>Every worker needs the checkpoint, under the same path or in its own model folder.</source>
   <translation>Jeder Worker braucht den Checkpoint, unter demselben Pfad oder in seinem eigenen Modellordner.</translation>
  </message>
  <message>
   <source>Every worker needs the same checkpoint.</source>
   <translation>Jeder Worker braucht denselben Checkpoint.</translation>
  </message>
  <message>
   <source>The cluster does not fit this computer: {1} has {2} {3}, this computer {4}. Give both the same versions (docs/scale.md says how).</source>
   <translation>Der Cluster passt nicht zu diesem Rechner: {1} hat {2} {3}, dieser Rechner {4}. Beiden dieselben Versionen geben (docs/scale.md sagt, wie).</translation>
  </message>
  <message>
   <source>On the worker {1} of the cluster: {2}</source>
   <translation>Auf dem Worker {1} des Clusters: {2}</translation>
  </message>
  <message>
   <source>{1} MIN_AREA and MAX_AREA are in square metres: set the raster's CRS, or leave both at 0.</source>
   <translation>{1} MIN_AREA und MAX_AREA sind in Quadratmetern: dem Raster ein KBS geben oder beide auf 0 lassen.</translation>
  </message>
  <message>
   <source>Encoded windows cannot be kept in {1}: {2}. Everything else works, but they will be encoded again next time; make room on that disk, or make the folder writable.</source>
   <translation>Vorbereitete Fenster lassen sich nicht in {1} behalten: {2}. Alles andere geht, aber sie werden nächstes Mal wieder vorbereitet; auf der Platte Platz schaffen oder den Ordner beschreibbar machen.</translation>
  </message>
  <message>
   <source>window {1} of {2}</source>
   <translation>Fenster {1} von {2}</translation>
  </message>
  <message>
   <source>The folder of encoded windows, {1}, cannot be written: {2}. Make room on that disk, or make the folder writable.</source>
   <translation>Der Ordner der vorbereiteten Fenster, {1}, lässt sich nicht beschreiben: {2}. Auf der Platte Platz schaffen oder den Ordner beschreibbar machen.</translation>
  </message>
  <message>
   <source>{1} windows would take {2} MB, but encoded windows may take {3} MB. Choose a smaller EXTENT, a coarser RESOLUTION or a smaller MODEL, or raise CACHE_LIMIT_MB to {4}.</source>
   <translation>{1} Fenster würden {2} MB brauchen, aber vorbereitete Fenster dürfen {3} MB einnehmen. Eine kleinere EXTENT, eine gröbere RESOLUTION oder ein kleineres MODEL wählen, oder CACHE_LIMIT_MB auf {4} erhöhen.</translation>
  </message>
  <message>
   <source>The memory of the {1} is too small for the model {2}. Choose a smaller MODEL, close other programs that use this memory, or set DEVICE to cpu.</source>
   <translation>Der Speicher ({1}) ist zu klein für das Modell {2}. Ein kleineres MODEL wählen, andere Programme schließen, die diesen Speicher benutzen, oder DEVICE auf cpu setzen.</translation>
  </message>
  <message>
   <source>reading the layers</source>
   <translation>die Layer werden gelesen</translation>
  </message>
  <message>
   <source>matching the objects</source>
   <translation>die Objekte werden einander zugeordnet</translation>
  </message>
  <message>
   <source>writing</source>
   <translation>es wird geschrieben</translation>
  </message>
  <message>
   <source>No object of {1} lies in the AREA of interest. Choose another one.</source>
   <translation>Kein Objekt von {1} liegt im Untersuchungsgebiet AREA. Ein anderes wählen.</translation>
  </message>
  <message>
   <source>Only one of REFERENCE_{1} and PREDICTION_{2} is given. Give both, or none to compare all objects with each other.</source>
   <translation>Nur eines von REFERENCE_{1} und PREDICTION_{2} ist angegeben. Beide angeben oder keines, um alle Objekte miteinander zu vergleichen.</translation>
  </message>
  <message>
   <source>The computer ran out of memory. Choose a smaller tile size, fewer points per batch or a smaller model, or close other programs.</source>
   <translation>Dem Rechner ging der Speicher aus. Eine kleinere Kachelgröße, weniger Punkte je Durchgang oder ein kleineres Modell wählen, oder andere Programme schließen.</translation>
  </message>
  <message>
   <source>The worker met an error it does not know ({1}: {2}). Please report it with the log.</source>
   <translation>SAM 2 ist auf einen unbekannten Fehler gestoßen ({1}: {2}). Bitte mit dem Protokoll melden.</translation>
  </message>
  <message>
   <source>{1} does not exist. Choose a COCO file.</source>
   <translation>{1} gibt es nicht. Eine COCO-Datei wählen.</translation>
  </message>
  <message>
   <source>{1} cannot be read: {2}. Correct it there, or have the file written again.</source>
   <translation>{1} lässt sich nicht lesen: {2}. Es dort berichtigen oder die Datei neu schreiben lassen.</translation>
  </message>
  <message>
   <source>Tiles are written with their pixels, and there is no REFERENCE raster to take them from. Give one, or switch TILES off.</source>
   <translation>Kacheln werden mit ihren Pixeln geschrieben, und es gibt kein REFERENCE-Raster, aus dem sie kämen. Eines angeben oder TILES ausschalten.</translation>
  </message>
  <message>
   <source>object {1} of {2}</source>
   <translation>Objekt {1} von {2}</translation>
  </message>
  <message>
   <source>{1} flat masks of {2} x {3} pixels are {4} MB once they are read; SIZE_LIMIT_MB is {5}, and a single mask may have {6} pixels at most. Export them to COCO or to NPZ with the layout labels or tiles, choose larger pixels or fewer objects, or raise the limit.</source>
   <translation>{1} flache Masken von {2} x {3} Pixeln sind gelesen {4} MB groß; SIZE_LIMIT_MB ist {5}, und eine einzelne Maske darf höchstens {6} Pixel haben. Nach COCO oder nach NPZ mit der Anordnung labels oder tiles exportieren, größere Pixel oder weniger Objekte wählen, oder die Grenze erhöhen.</translation>
  </message>
  <message>
   <source>mask {1} of {2}</source>
   <translation>Maske {1} von {2}</translation>
  </message>
  <message>
   <source>There is no REFERENCE raster and no PIXEL_SIZE. Give one of them.</source>
   <translation>Es gibt weder ein REFERENCE-Raster noch eine PIXEL_SIZE. Eines davon angeben.</translation>
  </message>
  <message>
   <source>{1} of {2} polygons on the grid</source>
   <translation>{1} von {2} Polygonen auf dem Gitter</translation>
  </message>
  <message>
   <source>No polygon covers the centre of a pixel. Check that layer and raster show the same place, and that the pixels are small enough.</source>
   <translation>Kein Polygon bedeckt die Mitte eines Pixels. Prüfen, ob Layer und Raster denselben Ort zeigen und die Pixel klein genug sind.</translation>
  </message>
  <message>
   <source>{1} polygons lie outside the grid or cover no pixel's centre; they are left out.</source>
   <translation>{1} Polygone liegen außerhalb des Gitters oder bedecken keine Pixelmitte; sie bleiben weg.</translation>
  </message>
  <message>
   <source>PRIORITY is score, but SCORE_FIELD is empty. Name it.</source>
   <translation>PRIORITY ist score, aber SCORE_FIELD ist leer. Es angeben.</translation>
  </message>
  <message>
   <source>{1} masks of {2} x {3} pixels would make a file of about {4} MB{5}, more than SIZE_LIMIT_MB = {6}. {7}Or raise the limit, export fewer objects or choose larger pixels.</source>
   <translation>{1} Masken von {2} x {3} Pixeln ergäben eine Datei von etwa {4} MB{5}, mehr als SIZE_LIMIT_MB = {6}. {7}Oder die Grenze erhöhen, weniger Objekte exportieren oder größere Pixel wählen.</translation>
  </message>
  <message>
   <source>{1} goes up to {2}; labels hold up to 4294967295.</source>
   <translation>{1} geht bis {2}; labels fasst bis 4294967295.</translation>
  </message>
  <message>
   <source>writing labels</source>
   <translation>labels wird geschrieben</translation>
  </message>
  <message>
   <source>tile {1} of {2}</source>
   <translation>Kachel {1} von {2}</translation>
  </message>
  <message>
   <source>{1} does not exist. Choose a Parquet file.</source>
   <translation>{1} gibt es nicht. Eine Parquet-Datei wählen.</translation>
  </message>
  <message>
   <source>{1} cannot be read as flat masks: {2}. Write it again with the columns mask, width and height, a mask being the list of its pixels, 0 or 1, row after row.</source>
   <translation>{1} lässt sich nicht als flache Masken lesen: {2}. Es mit den Spalten mask, width und height neu schreiben, wobei eine Maske die Liste ihrer Pixel ist, 0 oder 1, Zeile nach Zeile.</translation>
  </message>
  <message>
   <source>Parquet files need the package pyarrow, which is not in the Python that runs SAM 2. Install it there, "{1}" -m pip install pyarrow, or choose NPZ or COCO instead.</source>
   <translation>Parquet-Dateien brauchen das Paket pyarrow, das dem Python von SAM 2 fehlt. Es dort installieren, "{1}" -m pip install pyarrow, oder stattdessen NPZ oder COCO wählen.</translation>
  </message>
  <message>
   <source>A grid from {1} with pixels of {2} is empty. Give a reference raster, or an extent and a pixel size above 0.</source>
   <translation>Ein Gitter aus {1} mit Pixeln von {2} ist leer. Ein Referenzraster angeben oder eine Ausdehnung und eine Pixelgröße über 0.</translation>
  </message>
  <message>
   <source>Pixels of {1} make a grid of {2} x {3} of them. Choose a larger pixel size.</source>
   <translation>Pixel von {1} ergeben ein Gitter von {2} x {3}. Größere Pixel wählen.</translation>
  </message>
  <message>
   <source>annotation {1} of {2}</source>
   <translation>Annotation {1} von {2}</translation>
  </message>
  <message>
   <source>{1} annotations of {2} are empty and left out.</source>
   <translation>{1} Annotationen von {2} sind leer und bleiben weg.</translation>
  </message>
  <message>
   <source>{1} phrases are in no object of their image; they come without a geometry.</source>
   <translation>{1} Wortgruppen kommen in keinem Objekt ihres Bildes vor; sie kommen ohne Geometrie.</translation>
  </message>
  <message>
   <source>{1} polygons of {2} crossed themselves and were repaired.</source>
   <translation>{1} Polygone von {2} überkreuzten sich und wurden repariert.</translation>
  </message>
  <message>
   <source>{1} has {2} images that do not say where they lie; one REFERENCE raster can stand for one of them. Leave it empty, or split the file.</source>
   <translation>{1} hat {2} Bilder, die nicht sagen, wo sie liegen; ein REFERENCE-Raster kann für eines davon stehen. Es leer lassen oder die Datei teilen.</translation>
  </message>
  <message>
   <source>They lie over each other; the field image tells them apart.</source>
   <translation>Sie liegen übereinander; das Feld image unterscheidet sie.</translation>
  </message>
  <message>
   <source>The images of {1} lie in {2} different CRSs, and a layer has one. Import them from separate files.</source>
   <translation>Die Bilder von {1} liegen in {2} verschiedenen KBS, und ein Layer hat eines. Sie aus getrennten Dateien importieren.</translation>
  </message>
  <message>
   <source>{1} holds no row. Choose a file with masks.</source>
   <translation>{1} enthält keine Zeile. Eine Datei mit Masken wählen.</translation>
  </message>
  <message>
   <source>{1} holds masks of {2} x {3} and of {4} x {5} pixels, which cannot lie on one raster. Import them from a file each.</source>
   <translation>{1} enthält Masken von {2} x {3} und von {4} x {5} Pixeln, die nicht auf einem Raster liegen können. Sie aus je einer Datei importieren.</translation>
  </message>
  <message>
   <source>The field {1} of {2} holds {3}; {4} is wanted.</source>
   <translation>Das Feld {1} von {2} enthält {3}; gebraucht wird {4}.</translation>
  </message>
  <message>
   <source>{1} invalid geometries of {2} were repaired.</source>
   <translation>{1} ungültige Geometrien von {2} wurden repariert.</translation>
  </message>
  <message>
   <source>{1} features of {2} have no area and are left out.</source>
   <translation>{1} Objekte von {2} haben keine Fläche und bleiben weg.</translation>
  </message>
  <message>
   <source>{1} has no polygon to work on. Choose a layer with polygons, or clear its filter or selection.</source>
   <translation>{1} hat kein Polygon zum Bearbeiten. Einen Layer mit Polygonen wählen oder Filter oder Auswahl aufheben.</translation>
  </message>
  <message>
   <source>{1} masks of {2} hold no pixel and are left out.</source>
   <translation>{1} Masken von {2} enthalten kein Pixel und bleiben weg.</translation>
  </message>
  <message>
   <source>{1} does not say where its masks lie; they come in pixels, y downwards.</source>
   <translation>{1} sagt nicht, wo seine Masken liegen; sie kommen in Pixeln, y nach unten.</translation>
  </message>
  <message>
   <source>The masks of {1} are {2} x {3} pixels, the raster {4} has {5} x {6}. Choose the raster the masks were made from.</source>
   <translation>Die Masken von {1} haben {2} x {3} Pixel, das Raster {4} hat {5} x {6}. Das Raster wählen, aus dem die Masken gemacht wurden.</translation>
  </message>
  <message>
   <source>The largest number to write is {1}; a mask raster holds up to 4294967295.</source>
   <translation>Die größte zu schreibende Nummer ist {1}; ein Maskenraster fasst bis 4294967295.</translation>
  </message>
  <message>
   <source>writing the raster</source>
   <translation>das Raster wird geschrieben</translation>
  </message>
  <message>
   <source>{1} does not exist. Choose an NPZ file.</source>
   <translation>{1} gibt es nicht. Eine NPZ-Datei wählen.</translation>
  </message>
  <message>
   <source>{1} cannot be read as masks: {2}. Save it again with numpy.savez_compressed and an array masks of whole numbers, (N, height, width) of 0 and 1 or (height, width) of labels.</source>
   <translation>{1} lässt sich nicht als Masken lesen: {2}. Es mit numpy.savez_compressed neu speichern, mit einem Feld masks aus ganzen Zahlen, (N, Höhe, Breite) aus 0 und 1 oder (Höhe, Breite) aus Labels.</translation>
  </message>
  <message>
   <source>{1} is placed by ground control points. Warp it to a grid first (Raster &gt; Projections &gt; Warp).</source>
   <translation>{1} ist durch Passpunkte verortet. Es zuerst auf ein Gitter bringen (Raster &gt; Projektionen &gt; Transformieren).</translation>
  </message>
  <message>
   <source>{1} holds complex numbers, which have no order and no mean. Choose its amplitude.</source>
   <translation>{1} enthält komplexe Zahlen, die keine Ordnung und kein Mittel haben. Ihre Amplitude wählen.</translation>
  </message>
  <message>
   <source>{1} cannot be read: {2}.</source>
   <translation>{1} lässt sich nicht lesen: {2}.</translation>
  </message>
  <message>
   <source>{1} cannot be read as a mask: {2}. Correct it there, or have the file written again.</source>
   <translation>{1} lässt sich nicht als Maske lesen: {2}. Es dort berichtigen oder die Datei neu schreiben lassen.</translation>
  </message>
  <message>
   <source>The memory of the {1} is too small for {2} points at once; going on with {3}.</source>
   <translation>Der Speicher ({1}) ist zu klein für {2} Punkte auf einmal; weiter mit {3}.</translation>
  </message>
  <message>
   <source>The memory of the {1} is too small for the model {2} on one tile. Choose a smaller MODEL, close other programs that use this memory, or set DEVICE to cpu.</source>
   <translation>Der Speicher ({1}) ist zu klein für das Modell {2} auf einer Kachel. Ein kleineres MODEL wählen, andere Programme schließen, die diesen Speicher benutzen, oder DEVICE auf cpu setzen.</translation>
  </message>
  <message>
   <source>{1} has thresholds of its own where the defaults were left: {2}.</source>
   <translation>{1} hat eigene Schwellen, wo die Vorgaben gelassen wurden: {2}.</translation>
  </message>
  <message>
   <source>filling gaps, tile {1} of {2}</source>
   <translation>Lücken werden gefüllt, Kachel {1} von {2}</translation>
  </message>
  <message>
   <source>With an OVERLAP of {1} pixels objects stay cut at the seams of the tiles. Choose at least {2}.</source>
   <translation>Mit einem OVERLAP von {1} Pixeln bleiben Objekte an den Nähten der Kacheln zerschnitten. Mindestens {2} wählen.</translation>
  </message>
  <message>
   <source>tile {1} of {2}, {3} objects</source>
   <translation>Kachel {1} von {2}, {3} Objekte</translation>
  </message>
  <message>
   <source>Apple GPU (mps)</source>
   <translation>Apple-GPU (mps)</translation>
  </message>
  <message>
   <source>processor, {1} threads</source>
   <translation>Prozessor, {1} Threads</translation>
  </message>
  <message>
   <source>DEVICE is {1}, but {2}. Set DEVICE to auto or cpu.</source>
   <translation>DEVICE ist {1}, aber: {2}. DEVICE auf auto oder cpu setzen.</translation>
  </message>
  <message>
   <source>the worker's PyTorch {1} is built without CUDA</source>
   <translation>das PyTorch {1} von SAM 2 ist ohne CUDA gebaut</translation>
  </message>
  <message>
   <source>no NVIDIA GPU with a working driver was found</source>
   <translation>es wurde keine NVIDIA-GPU mit funktionierendem Treiber gefunden</translation>
  </message>
  <message>
   <source>the GPU {1} cannot be used ({2})</source>
   <translation>die GPU {1} lässt sich nicht benutzen ({2})</translation>
  </message>
  <message>
   <source>the worker's PyTorch {1} is built without Metal (mps)</source>
   <translation>das PyTorch {1} von SAM 2 ist ohne Metal (mps) gebaut</translation>
  </message>
  <message>
   <source>no Apple GPU was found, or its macOS is older than 12.3</source>
   <translation>es wurde keine Apple-GPU gefunden, oder ihr macOS ist älter als 12.3</translation>
  </message>
  <message>
   <source>The checkpoint {1} does not exist. Choose another CHECKPOINT, or leave it empty.</source>
   <translation>Den Checkpoint {1} gibt es nicht. Einen anderen CHECKPOINT wählen oder das Feld leer lassen.</translation>
  </message>
  <message>
   <source>The checkpoint {1} {2}. Expected is a SAM 2 checkpoint (.pt) as Meta publishes them; get the file again, or choose another.</source>
   <translation>Der Checkpoint {1} {2}. Erwartet wird ein Checkpoint von SAM 2 (.pt), wie Meta sie veröffentlicht; die Datei noch einmal holen oder eine andere wählen.</translation>
  </message>
  <message>
   <source>The config {1} does not exist. Choose another CONFIG, or leave it empty.</source>
   <translation>Die Konfiguration {1} gibt es nicht. Eine andere CONFIG wählen oder das Feld leer lassen.</translation>
  </message>
  <message>
   <source>The config {1} does not describe a SAM 2 model{2}. Take one of Meta's configs as a pattern.</source>
   <translation>Die Konfiguration {1} beschreibt kein Modell von SAM 2{2}. Eine von Metas Konfigurationen als Muster nehmen.</translation>
  </message>
  <message>
   <source>The config {1} {2}. Expected is a config of SAM 2 in Meta's format (configs/sam2.1 of the sam2 package); choose another CONFIG, or leave it empty.</source>
   <translation>Die Konfiguration {1} {2}. Erwartet wird eine Konfiguration von SAM 2 in Metas Format (configs/sam2.1 des Pakets sam2); eine andere CONFIG wählen oder das Feld leer lassen.</translation>
  </message>
  <message>
   <source>The memory of the {1} is too small for the model {2}. Choose a smaller MODEL, or set DEVICE to cpu.</source>
   <translation>Der Speicher ({1}) ist zu klein für das Modell {2}. Ein kleineres MODEL wählen oder DEVICE auf cpu setzen.</translation>
  </message>
  <message>
   <source>Model {1} on {2}.</source>
   <translation>Modell {1} auf: {2}.</translation>
  </message>
  <message>
   <source>The model {1} has no trained weights: random ones stand in, and the outlines mean nothing.</source>
   <translation>Das Modell {1} hat keine trainierten Gewichte: zufällige stehen dafür ein, und die Umrisse bedeuten nichts.</translation>
  </message>
  <message>
   <source>{1} It is what the options of SAM 2 Toolbox say for auto; change it there.</source>
   <translation>{1} So steht es für auto in den Optionen von SAM 2 Toolbox; dort ändern.</translation>
  </message>
  <message>
   <source>CONFIG is {1}, but CHECKPOINT is empty. Give the checkpoint the config describes, or leave both empty.</source>
   <translation>CONFIG ist {1}, aber CHECKPOINT ist leer. Den Checkpoint angeben, den die Konfiguration beschreibt, oder beide leer lassen.</translation>
  </message>
  <message>
   <source>The checkpoint of {1} is not in the model folder: {2} does not exist. Download it (in QGIS: Settings &gt; Options &gt; SAM 2 Toolbox; or scripts/models.py), name it in CHECKPOINT, or choose another MODEL.</source>
   <translation>Der Checkpoint von {1} ist nicht im Modellordner: {2} gibt es nicht. Ihn herunterladen (in QGIS: Einstellungen &gt; Optionen &gt; SAM 2 Toolbox; oder scripts/models.py), ihn in CHECKPOINT angeben oder ein anderes MODEL wählen.</translation>
  </message>
  <message>
   <source>The checkpoint {1} is not the file that was published as {2} (its SHA-256 begins with {3}, not {4}). Remove it and download it again; a model of your own is given as CHECKPOINT.</source>
   <translation>Der Checkpoint {1} ist nicht die Datei, die als {2} veröffentlicht wurde (ihre SHA-256 beginnt mit {3}, nicht {4}). Ihn entfernen und noch einmal herunterladen; ein eigenes Modell gibt man als CHECKPOINT an.</translation>
  </message>
  <message>
   <source>The checkpoint {1} holds weights of another kind of model (such as {2}), not of SAM 2. Choose a SAM 2 checkpoint.</source>
   <translation>Der Checkpoint {1} enthält Gewichte einer anderen Art von Modell (etwa {2}), nicht von SAM 2. Einen Checkpoint von SAM 2 wählen.</translation>
  </message>
  <message>
   <source>The checkpoint {1} does not fit the config {2}: {3}. Give the CONFIG that belongs to it, or get the file again.</source>
   <translation>Der Checkpoint {1} passt nicht zur Konfiguration {2}: {3}. Die zugehörige CONFIG angeben oder die Datei noch einmal holen.</translation>
  </message>
  <message>
   <source>The checkpoint {1} is of SAM 2's kind, but fits none of Meta's configs and not the bundled model's. Give its own CONFIG.</source>
   <translation>Der Checkpoint {1} ist von der Art von SAM 2, passt aber zu keiner von Metas Konfigurationen und nicht zu der des mitgelieferten Modells. Seine eigene CONFIG angeben.</translation>
  </message>
  <message>
   <source>The worker's Python has no package sam2. Install the worker's environment again.</source>
   <translation>Dem Python von SAM 2 fehlt das Paket sam2. Die Umgebung noch einmal installieren.</translation>
  </message>
  <message>
   <source>The memory of the {1} is too small for the model {2} on one window. Choose a smaller MODEL, close other programs that use this memory, or set DEVICE to cpu.</source>
   <translation>Der Speicher ({1}) ist zu klein für das Modell {2} auf einem Fenster. Ein kleineres MODEL wählen, andere Programme schließen, die diesen Speicher benutzen, oder DEVICE auf cpu setzen.</translation>
  </message>
  <message>
   <source>looking at a tile</source>
   <translation>eine Kachel wird angesehen</translation>
  </message>
  <message>
   <source>No object of INPUT lies on {1}. Check that both show the same place.</source>
   <translation>Kein Objekt von INPUT liegt auf {1}. Prüfen, ob beide denselben Ort zeigen.</translation>
  </message>
  <message>
   <source>{1} objects lie outside {2} and are left out.</source>
   <translation>{1} Objekte liegen außerhalb von {2} und bleiben weg.</translation>
  </message>
  <message>
   <source>An atlas of {1} objects would have {2} x {3} pixels. Choose the layout files, fewer objects or a smaller margin.</source>
   <translation>Ein Atlas von {1} Objekten hätte {2} x {3} Pixel. Die Anordnung files, weniger Objekte oder einen kleineren Rand wählen.</translation>
  </message>
  <message>
   <source>The folder {1} cannot be made: {2}. Choose one you may write to.</source>
   <translation>Der Ordner {1} lässt sich nicht anlegen: {2}. Einen wählen, in den man schreiben darf.</translation>
  </message>
  <message>
   <source>pair {1} of {2}</source>
   <translation>Paar {1} von {2}</translation>
  </message>
  <message>
   <source>copying the raster</source>
   <translation>das Raster wird kopiert</translation>
  </message>
  <message>
   <source>An object leaves nothing around it to be filled from: it covers the whole raster, or lies in the middle of no data. Leave it out.</source>
   <translation>Ein Objekt lässt nichts um sich, woraus es gefüllt werden könnte: es bedeckt das ganze Raster oder liegt inmitten von Nodata. Es weglassen.</translation>
  </message>
  <message>
   <source>Right angles would tear neighbours apart, so the coverage's borders follow the pixels. Choose MODE objects for OUTLINE rectilinear.</source>
   <translation>Rechte Winkel würden Nachbarn auseinanderreißen, deshalb folgen die Grenzen der Flächendeckung den Pixeln. Für OUTLINE rectilinear MODE objects wählen.</translation>
  </message>
  <message>
   <source>drawing the coverage, block {1} of {2}</source>
   <translation>die Flächendeckung wird gezeichnet, Block {1} von {2}</translation>
  </message>
  <message>
   <source>Objects that lie under smaller ones altogether and are not in the coverage: {1}.</source>
   <translation>Objekte, die ganz unter kleineren liegen und in der Flächendeckung fehlen: {1}.</translation>
  </message>
  <message>
   <source>There is no room for temporary files in {1}: {2}. Check that the folder is writable and the disk not full.</source>
   <translation>In {1} ist kein Platz für temporäre Dateien: {2}. Prüfen, ob der Ordner beschreibbar und die Platte nicht voll ist.</translation>
  </message>
  <message>
   <source>lie outside the part of {1} that is segmented. Check the CRS of both layers if that is not what you expect</source>
   <translation>liegen außerhalb des Teils von {1}, der segmentiert wird. Das KBS beider Layer prüfen, wenn das unerwartet ist</translation>
  </message>
  <message>
   <source>lie where {1} has no data, or outside the area of interest</source>
   <translation>liegen, wo {1} keine Daten hat, oder außerhalb des Untersuchungsgebiets</translation>
  </message>
  <message>
   <source>have background prompts only; give each object a point, line, box or polygon that lies on it</source>
   <translation>haben nur Prompts im Hintergrund; jedem Objekt einen Punkt, eine Linie, ein Rechteck oder ein Polygon geben, das auf ihm liegt</translation>
  </message>
  <message>
   <source>have no geometry</source>
   <translation>haben keine Geometrie</translation>
  </message>
  <message>
   <source>have more points than SAM 2 can make use of; a few well placed ones do better</source>
   <translation>haben mehr Punkte, als SAM 2 nutzen kann; ein paar gut gesetzte sind besser</translation>
  </message>
  <message>
   <source>show the model nothing that it could outline</source>
   <translation>zeigen dem Modell nichts, das es umreißen könnte</translation>
  </message>
  <message>
   <source>are smaller or larger than the area limits allow</source>
   <translation>sind kleiner oder größer, als die Flächengrenzen erlauben</translation>
  </message>
  <message>
   <source>Left out: {1} of {2} objects {3}: {4} {5}{6}.</source>
   <translation>Ausgelassen: {1} von {2} Objekten {3}: {4} {5}{6}.</translation>
  </message>
  <message>
   <source>The geometry of the prompts with feature {1} cannot be read: {2}.</source>
   <translation>Die Geometrie der Prompts mit Objekt {1} lässt sich nicht lesen: {2}.</translation>
  </message>
  <message>
   <source>reading the prompts</source>
   <translation>die Prompts werden gelesen</translation>
  </message>
  <message>
   <source>{1} of {2} objects, window {3}</source>
   <translation>{1} von {2} Objekten, Fenster {3}</translation>
  </message>
  <message>
   <source>MASK_LAYER does not touch the part of {1} that is to be segmented; its polygons cover ({2}), that part ({3}).</source>
   <translation>MASK_LAYER berührt den Teil von {1} nicht, der segmentiert werden soll; seine Polygone decken ({2}) ab, dieser Teil ({3}).</translation>
  </message>
  <message>
   <source>MASK_LAYER holds a geometry that cannot be read: {1}.</source>
   <translation>MASK_LAYER enthält eine unlesbare Geometrie: {1}.</translation>
  </message>
  <message>
   <source>MASK_LAYER holds no polygon with an area; choose another layer.</source>
   <translation>MASK_LAYER enthält kein Polygon mit einer Fläche; einen anderen Layer wählen.</translation>
  </message>
  <message>
   <source>BANDS names {1} bands; give one (shown as grey) or three (red, green, blue).</source>
   <translation>BANDS nennt {1} Kanäle; einen angeben (als Grau gezeigt) oder drei (Rot, Grün, Blau).</translation>
  </message>
  <message>
   <source>BANDS asks for band {1}, but {2} has {3}.</source>
   <translation>BANDS verlangt Kanal {1}, aber {2} hat {3}.</translation>
  </message>
  <message>
   <source>INPUT is empty; choose a raster.</source>
   <translation>INPUT ist leer; ein Raster wählen.</translation>
  </message>
  <message>
   <source>{1} is not a file.</source>
   <translation>{1} ist keine Datei.</translation>
  </message>
  <message>
   <source>{1} cannot be placed on the map. {2}</source>
   <translation>{1} lässt sich nicht auf der Karte verorten. {2}</translation>
  </message>
  <message>
   <source>{1} does not exist.</source>
   <translation>{1} gibt es nicht.</translation>
  </message>
  <message>
   <source>{1} is a folder; choose a raster file.</source>
   <translation>{1} ist ein Ordner; eine Rasterdatei wählen.</translation>
  </message>
  <message>
   <source>{1} may not be read: permission denied.</source>
   <translation>{1} darf nicht gelesen werden: keine Berechtigung.</translation>
  </message>
  <message>
   <source>{1} is an empty file.</source>
   <translation>{1} ist eine leere Datei.</translation>
  </message>
  <message>
   <source>{1} holds no raster that GDAL can read; it looks like a vector file.</source>
   <translation>{1} enthält kein Raster, das GDAL lesen kann; es sieht nach einer Vektordatei aus.</translation>
  </message>
  <message>
   <source>{1} cannot be opened as a raster: {2}.</source>
   <translation>{1} lässt sich nicht als Raster öffnen: {2}.</translation>
  </message>
  <message>
   <source>{1} has no raster bands.</source>
   <translation>{1} hat keine Rasterkanäle.</translation>
  </message>
  <message>
   <source>{1} has no bands of its own; choose one of the rasters inside it: {2}.</source>
   <translation>{1} hat keine eigenen Kanäle; eines der Raster darin wählen: {2}.</translation>
  </message>
  <message>
   <source>{1} is stored in blocks of {2} x {3} pixels and {4} bands, too large to decode one by one; write it again in tiles (gdal_translate -co TILED=YES).</source>
   <translation>{1} ist in Blöcken von {2} x {3} Pixeln und {4} Kanälen gespeichert, zu groß, um sie einzeln zu lesen; es in Kacheln neu schreiben (gdal_translate -co TILED=YES).</translation>
  </message>
  <message>
   <source>{1} is placed on the map only by {2}; orthorectify it first (gdalwarp, or Warp in the toolbox).</source>
   <translation>{1} ist nur durch {2} auf der Karte verortet; zuerst orthorektifizieren (gdalwarp, oder Transformieren in der Werkzeugkiste).</translation>
  </message>
  <message>
   <source>{1} cannot be placed on the map by its ground control points: {2}.</source>
   <translation>{1} lässt sich durch seine Passpunkte nicht auf der Karte verorten: {2}.</translation>
  </message>
  <message>
   <source>The raster has no CRS, so areas and lengths in metres are unknown.</source>
   <translation>Das Raster hat kein KBS, Flächen und Längen in Metern sind also unbekannt.</translation>
  </message>
  <message>
   <source>The raster's CRS cannot be read, so areas and lengths in metres are unknown ({1}).</source>
   <translation>Das KBS des Rasters lässt sich nicht lesen, Flächen und Längen in Metern sind also unbekannt ({1}).</translation>
  </message>
  <message>
   <source>The raster's CRS, {1}, is of type {2} and not tied to an ellipsoid by longitude and latitude, so areas and lengths in metres are unknown.</source>
   <translation>Das KBS des Rasters, {1}, ist vom Typ {2} und nicht durch Länge und Breite an ein Ellipsoid gebunden, Flächen und Längen in Metern sind also unbekannt.</translation>
  </message>
  <message>
   <source>The geotransform {1} puts all pixels on one line or nowhere; georeference the raster again.</source>
   <translation>Die Geotransformation {1} bringt alle Pixel auf eine Linie oder nirgendwohin; das Raster neu georeferenzieren.</translation>
  </message>
  <message>
   <source>{1} cannot be read{2}: {3}.</source>
   <translation>{1} lässt sich nicht lesen{2}: {3}.</translation>
  </message>
  <message>
   <source>RESOLUTION is {1}, finer than the pixels of {2} ({3} x {4}); give at least {5}, or 0 for the raster's own.</source>
   <translation>RESOLUTION ist {1}, feiner als die Pixel von {2} ({3} x {4}); mindestens {5} angeben oder 0 für die des Rasters.</translation>
  </message>
  <message>
   <source>RESOLUTION is {1}, larger than the whole of {2} ({3} x {4}).</source>
   <translation>RESOLUTION ist {1}, größer als ganz {2} ({3} x {4}).</translation>
  </message>
  <message>
   <source>Band {1} of {2} is tagged as alpha but holds an image (near infrared, most likely); it does not hide any pixel.</source>
   <translation>Kanal {1} von {2} ist als Alpha gekennzeichnet, enthält aber ein Bild (wahrscheinlich nahes Infrarot); er verbirgt kein Pixel.</translation>
  </message>
  <message>
   <source>{1} is placed by ground control points; it is segmented on the grid QGIS shows it on.</source>
   <translation>{1} ist durch Passpunkte verortet; es wird auf dem Gitter segmentiert, auf dem QGIS es zeigt.</translation>
  </message>
  <message>
   <source>{1} has no CRS; areas and lengths in metres stay empty.</source>
   <translation>{1} hat kein KBS; Flächen und Längen in Metern bleiben leer.</translation>
  </message>
  <message>
   <source>EXTENT ({1}) does not touch {2}, which covers ({3}) in its CRS.</source>
   <translation>EXTENT ({1}) berührt {2} nicht, das ({3}) in seinem KBS abdeckt.</translation>
  </message>
  <message>
   <source>{1} claims {2} x {3} pixels, more than can be segmented; choose an EXTENT, or a coarser RESOLUTION.</source>
   <translation>{1} gibt {2} x {3} Pixel an, mehr als segmentiert werden können; eine EXTENT oder eine gröbere RESOLUTION wählen.</translation>
  </message>
  <message>
   <source>EXTENT ({1}) has no area; draw it again over the raster.</source>
   <translation>EXTENT ({1}) hat keine Fläche; sie noch einmal über dem Raster ziehen.</translation>
  </message>
  <message>
   <source>STRETCH_LOW ({1}) must be below STRETCH_HIGH ({2}), both from 0 to 100.</source>
   <translation>STRETCH_LOW ({1}) muss unter STRETCH_HIGH ({2}) liegen, beide von 0 bis 100.</translation>
  </message>
  <message>
   <source>STRETCH is none, but {1} holds {2} values; only 8-bit values can be shown as they are. Use percentile.</source>
   <translation>STRETCH ist none, aber {1} enthält Werte vom Typ {2}; nur 8-Bit-Werte können gezeigt werden, wie sie sind. percentile verwenden.</translation>
  </message>
  <message>
   <source>STRETCH is values, and STRETCH_VALUES is {1}. It must be low:high, low below high, once or for each of the {2} bands, such as {3}.</source>
   <translation>STRETCH ist values, und STRETCH_VALUES ist {1}. Es muss unten:oben sein, unten unter oben, einmal oder für jeden der {2} Kanäle, etwa {3}.</translation>
  </message>
  <message>
   <source>{1} holds no data here: all pixels of the chosen bands and extent are nodata or transparent.</source>
   <translation>{1} hat hier keine Daten: alle Pixel der gewählten Kanäle und Ausdehnung sind Nodata oder durchsichtig.</translation>
  </message>
  <message>
   <source>{1} {2} cannot be written: {3}. Check that the folder exists and is writable and that the disk is not full.</source>
   <translation>{1} {2} lässt sich nicht schreiben: {3}. Prüfen, ob der Ordner da und beschreibbar und die Platte nicht voll ist.</translation>
  </message>
  <message>
   <source>{1} is {2}, the raster that is read. Choose another name for what is written.</source>
   <translation>{1} ist {2}, das Raster, das gelesen wird. Für das Geschriebene einen anderen Namen wählen.</translation>
  </message>
  <message>
   <source>{1} of {2} tiles are kept in {3} ({4} MB). Run it again with RESUME to go on from there.</source>
   <translation>{1} von {2} Kacheln sind in {3} behalten ({4} MB). Noch einmal mit RESUME laufen lassen, um dort weiterzumachen.</translation>
  </message>
  <message>
   <source>The journal of the run in {1} cannot be {2}: {3}. {4} run it again with RESUME.</source>
   <translation>Das Journal des Laufs in {1} ist unbenutzbar ({2}): {3}. {4} mit RESUME noch einmal laufen lassen.</translation>
  </message>
  <message>
   <source>The run to continue still goes on ({1}). Wait for its end or stop it, or leave RESUME off to make another run of it.</source>
   <translation>Der fortzusetzende Lauf ist noch im Gang ({1}). Sein Ende abwarten oder ihn anhalten, oder ohne RESUME einen weiteren machen.</translation>
  </message>
  <message>
   <source>The same run goes on elsewhere ({1}); this one keeps no journal.</source>
   <translation>Derselbe Lauf ist anderswo im Gang ({1}); dieser führt kein Journal.</translation>
  </message>
  <message>
   <source>The journal of the interrupted run in {1} cannot be used: {2}. Make it readable and writable, with space on its disk, or leave RESUME off to start anew.</source>
   <translation>Das Journal des unterbrochenen Laufs in {1} ist unbenutzbar: {2}. Es lesbar und beschreibbar machen, mit Platz auf der Platte, oder ohne RESUME neu anfangen.</translation>
  </message>
  <message>
   <source>The run keeps no journal and cannot be continued if it is interrupted: {1} cannot be used ({2}).</source>
   <translation>Der Lauf führt kein Journal und lässt sich nach einer Unterbrechung nicht fortsetzen: {1} ist unbenutzbar ({2}).</translation>
  </message>
  <message>
   <source>The journal of an interrupted run, {1}, cannot be read: {2}. The run starts from its first tile; what is left of the journal is now called {3}.</source>
   <translation>Das Journal eines unterbrochenen Laufs, {1}, lässt sich nicht lesen: {2}. Der Lauf beginnt mit seiner ersten Kachel; der Rest des Journals heißt jetzt {3}.</translation>
  </message>
  <message>
   <source>Continues the run of {1}: {2} of {3} tiles are done.</source>
   <translation>Setzt den Lauf vom {1} fort: {2} von {3} Kacheln sind fertig.</translation>
  </message>
  <message>
   <source>There is no interrupted run of this raster with these settings; this one starts anew.</source>
   <translation>Es gibt keinen unterbrochenen Lauf dieses Rasters mit diesen Einstellungen; dieser fängt neu an.</translation>
  </message>
  <message>
   <source>An interrupted run of this raster with these settings has done {1} of {2} tiles; with RESUME they would not be segmented again.</source>
   <translation>Ein unterbrochener Lauf dieses Rasters mit diesen Einstellungen hat {1} von {2} Kacheln geschafft; mit RESUME würden sie nicht noch einmal segmentiert.</translation>
  </message>
  <message>
   <source>RESUME cannot continue the run of {1} with {2}: {3}. Go back to what it was, or leave RESUME off to start anew.</source>
   <translation>RESUME kann den Lauf vom {1} nicht mit {2} fortsetzen: {3}. Zum Alten zurückkehren oder ohne RESUME neu anfangen.</translation>
  </message>
  <message>
   <source>TILE_SIZE is {1}; it must be 0 (the model's own size) or at least {2} pixels.</source>
   <translation>TILE_SIZE ist {1}; es muss 0 (die Größe des Modells) oder mindestens {2} Pixel sein.</translation>
  </message>
  <message>
   <source>The area to segment is empty ({1} x {2} pixels). Choose an extent that covers part of the raster.</source>
   <translation>Das zu segmentierende Gebiet ist leer ({1} x {2} Pixel). Eine Ausdehnung wählen, die einen Teil des Rasters abdeckt.</translation>
  </message>
  <message>
   <source>The tile size is {1} pixels; it must be at least 1 pixel.</source>
   <translation>Die Kachelgröße ist {1} Pixel; sie muss mindestens 1 Pixel sein.</translation>
  </message>
  <message>
   <source>The overlap of {1} pixels does not fit a tile size of {2} pixels. Choose an overlap between 0 and {3} pixels, half a tile, or larger tiles.</source>
   <translation>Die Überlappung von {1} Pixeln passt nicht zu einer Kachelgröße von {2} Pixeln. Eine Überlappung zwischen 0 und {3} Pixeln, einer halben Kachel, wählen oder größere Kacheln.</translation>
  </message>
  <message>
   <source>The worker environment is not complete or not sound ({1}). Set it up again.</source>
   <translation>Die Umgebung von SAM 2 ist nicht vollständig oder nicht in Ordnung ({1}). Sie neu einrichten.</translation>
  </message>
  <message>
   <source>The worker knows no job {1}, only {2}. Restart QGIS; if that does not help, install the plugin again.</source>
   <translation>SAM 2 kennt keine Aufgabe {1}, nur {2}. QGIS neu starten; hilft das nicht, das Plugin noch einmal installieren.</translation>
  </message>
 </context>
</TS>
